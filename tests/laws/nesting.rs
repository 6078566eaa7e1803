//! The document is a tree, and nothing of it is lost.

use gongwen::{Origin, Span, extract::part::Section};

use crate::Sample;

/// Parts, sections and paragraphs nest; siblings are in order and disjoint; a record lies in its section.
pub(crate) fn sections(sample: &Sample) -> Vec<String> {
    let (record, mut broken) = (&sample.record, Vec::new());
    siblings("parts", record.parts.iter().map(|p| p.span), &mut broken);
    let mut places = Vec::new();
    for part in &record.parts {
        let lead = part.lead.iter().map(|p| p.quote.span);
        within(&part.id, part.span, lead.chain(part.sections.iter().map(|s| s.span)), &mut broken);
        part.sections.iter().for_each(|s| section(s, &mut places, &mut broken));
    }
    let tasks = record.tasks.iter().map(|r| (&r.id, &r.section, r.quote.span));
    let deadlines = record.deadlines.iter().map(|r| (&r.id, &r.section, r.quote.span));
    let budgets = record.budgets.iter().map(|r| (&r.id, &r.section, r.quote.span));
    for (id, section, span) in tasks.chain(deadlines).chain(budgets) {
        let Some((_, place)) = section.as_deref().and_then(|s| places.iter().find(|(known, _)| known == s)) else { continue };
        within(&format!("{id}'s section"), *place, [span].into_iter(), &mut broken);
    }
    broken
}

fn section(section: &Section, places: &mut Vec<(String, Origin)>, broken: &mut Vec<String>) {
    places.push((section.id.clone(), section.span));
    let own = section.heading.iter().map(|h| h.span).chain(section.paragraphs.iter().map(|p| p.quote.span));
    within(&section.id, section.span, own.chain(section.sections.iter().map(|s| s.span)), broken);
    for paragraph in &section.paragraphs {
        within(&section.id, paragraph.quote.span, paragraph.items.iter().map(|i| i.span), broken);
    }
    section.sections.iter().for_each(|child| self::section(child, places, broken));
}

/// What lies in `outer` does, in order and side by side.
fn within(name: &str, outer: Origin, inner: impl Iterator<Item = Origin>, broken: &mut Vec<String>) {
    let inner: Vec<_> = inner.collect();
    let out = inner.iter().find(|i| i.start < outer.start || i.end > outer.end);
    broken.extend(out.map(|i| format!("{name} at {}..{} does not hold {}..{}", outer.start, outer.end, i.start, i.end)));
    siblings(name, inner.into_iter(), broken);
}

fn siblings(name: &str, spans: impl Iterator<Item = Origin>, broken: &mut Vec<String>) {
    let spans: Vec<_> = spans.collect();
    let overlap = spans.windows(2).find(|pair| pair[0].end > pair[1].start);
    broken.extend(
        overlap.map(|pair| format!("in {name}, {}..{} reaches into {}..{}", pair[0].start, pair[0].end, pair[1].start, pair[1].end)),
    );
}

/// The lines are in order and disjoint, and what stands between them is white space; so are the blocks that
/// extractors look at.
pub(crate) fn lines(sample: &Sample) -> Vec<String> {
    let (document, mut broken) = (&sample.document, Vec::new());
    let text = document.text.as_str();
    let mut read = 0;
    for line in &document.lines {
        let Span { start, end } = line.span;
        match text.get(read as usize..start as usize) {
            Some(gap) if gap.trim().is_empty() => {}
            Some(_) => broken.push(format!("no line holds {read}..{start} of the reading")),
            None => broken.push(format!("the line at {start}..{end} begins before {read}")),
        }
        read = end;
    }
    if !text[read as usize..].trim().is_empty() {
        broken.push(format!("no line holds what follows {read} of the reading"));
    }
    let reading = gongwen::reading::Reading::new(document);
    let reaches = reading.blocks.windows(2).find(|pair| pair[0].span.end > pair[1].span.start);
    broken.extend(reaches.map(|pair| format!("the block at {} reaches into the next", pair[0].span.start)));
    broken
}
