//! Which clauses are tasks, and what is read of each: small texts, and all the tasks that each holds.
//!
//! A block of `task.cases` is a text, one line a paragraph. `@frame` in its first line says in what kind of document it
//! stands; without, it is a section of a notice of 2022-03-25. Under the text stands one line `= clause` for each task, in
//! order, and under that what must be read of it, indented, one `key value` a line:
//!
//! - `who`, `lead`, `support`: an actor by its role; `note` or `above` before it where a note names it, or a heading, a
//!   lead-in or the recipients;
//! - `by`: the end of a deadline;
//! - `do`, `mode`, `wait`, `goal`, `to`, `via`: action, modality, condition, target, receiver, channel.
//!
//! Actors, deadlines and targets are always compared, and so a task without such a line must have none; the other keys only
//! where the text has a line of them.

use gongwen::{
    Options, Record,
    extract::{Task, task::Basis},
};

/// The text in a document of the kind that `frame` names.
fn document(frame: &str, body: &str) -> String {
    let signed = "海川市教育局\n2022年3月25日";
    match frame {
        "notice" => format!(
            "海川市教育局关于开展2022年春季校园安全检查的通知\n\n海教发〔2022〕15号\n\n各县（市、区）教育局：\n\n\
             现将有关事项通知如下：\n\n一、有关要求\n\n{body}\n\n{signed}\n"
        ),
        "lead" => format!("海川市教育局关于校园安全有关事项的通知\n\n海教发〔2022〕15号\n\n各县（市、区）教育局：\n\n{body}\n\n{signed}\n"),
        "plan" => format!("云岭县2022年营商环境提升工作方案\n\n{body}\n\n云岭县人民政府办公室\n2022年3月25日\n"),
        "rules" => format!("海川市公共停车场管理办法\n\n{body}\n"),
        "whole" => format!("{body}\n"),
        _ => panic!("no frame {frame}"),
    }
}

/// What was read of a task, one line a piece.
fn show(task: &Task, record: &Record) -> Vec<String> {
    let word = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
    let mut lines = vec![format!("= {}", task.quote.text)];
    for actor in &task.actors {
        let basis = match actor.basis {
            Basis::Explicit => "",
            Basis::Annotation => "note ",
            Basis::Inherited => "above ",
        };
        let role = word(&actor.role).replace("responsible", "who");
        lines.push(format!("{basis}{role} {}", actor.quote.text));
    }
    let due = record.deadlines.iter().filter(|d| task.deadlines.contains(&d.id)).filter_map(|d| d.end);
    lines.extend(due.map(|end| format!("by {end}")));
    lines.extend(task.targets.iter().map(|t| format!("goal {} {} {}", word(&t.relation), t.value, t.unit)));
    lines.extend(task.action.iter().map(|action| format!("do {}", action.text)));
    lines.push(format!("mode {}", word(&task.modality)));
    lines.extend(task.condition.iter().map(|condition| format!("wait {}", condition.text)));
    lines.extend(task.submit_to.iter().map(|to| format!("to {}", to.quote.text)));
    lines.extend(task.submit_to.iter().filter_map(|to| to.channel.as_ref()).map(|channel| format!("via {}", channel.text)));
    lines
}

/// The pieces that are compared only where a text has a line of them.
const SAID: [&str; 5] = ["do", "mode", "wait", "to", "via"];

fn key(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

#[test]
fn tasks_are_told_from_other_clauses_and_read() {
    let mut failures = Vec::new();
    let blocks: Vec<&str> = include_str!("task.cases").split("\n\n").filter(|block| block.lines().any(|l| !l.starts_with('#'))).collect();
    for block in &blocks {
        let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with('#')).collect();
        let (frame, lines) =
            lines.split_first().filter(|(first, _)| first.starts_with('@')).map_or(("@notice", &lines[..]), |(f, l)| (f, l));
        let until = lines.iter().position(|line| line.starts_with("= ")).unwrap_or(lines.len());
        let body = lines[..until].iter().filter(|line| **line != "=").copied().collect::<Vec<_>>().join("\n");
        let expected: Vec<&str> = lines[until..].iter().map(|line| line.trim()).collect();
        let record = gongwen::read(&document(&frame[1..], &body), &Options::default()).unwrap();
        let found: Vec<String> = record.tasks.iter().flat_map(|task| show(task, &record)).collect();
        let asked = |line: &&String| !SAID.contains(&key(line)) || expected.iter().any(|e| key(e) == key(line));
        let found: Vec<&str> = found.iter().filter(asked).map(String::as_str).collect();
        if found != expected {
            failures.push(format!("{body}\n  expected {}\n  found    {}", expected.join(" | "), found.join(" | ")));
        }
    }
    assert!(failures.is_empty(), "{} of {} texts fail\n{}", failures.len(), blocks.len(), failures.join("\n"));
    assert!(blocks.len() >= 120, "{} texts", blocks.len());
}
