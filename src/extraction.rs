//! The whole way of a document: text, structure, reading, records, and what the record says of the document.

use crate::{
    check,
    diagnostic::{Diagnostic, Finding, Severity},
    extract::{self, OffsetUnit, Options, Record, SourceInfo},
    order,
    reading::Reading,
    source::{Decoded, Text},
    structure::Document,
};

/// A document and its record, for those who show the one beside the other.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The document.
    pub document: Document,
    /// What was found in it.
    pub record: Record,
}

impl Extraction {
    /// Reads a decoded document; `options.encoding` has no say any more.
    pub fn of(decoded: Decoded, options: &Options) -> Self {
        let Decoded { text, encoding, bytes, sha256, mut findings } = decoded;
        let source = SourceInfo { name: options.name.clone(), bytes, encoding: encoding.into(), sha256, offset_unit: OffsetUnit::Byte };
        let document = Document::parse(Text::read(text));
        let reading = Reading::new(&document);
        let mut record = extract::extract(&reading, source, options);
        findings.extend_from_slice(document.text.findings());
        findings.extend(check::check(&reading, &record, options));
        record.parts = extract::part::extract(&document, &reading.into_cues());
        record.diagnostics = told(findings, options);
        if let Some(only) = &options.only {
            extract::prune(&mut record, only);
        }
        Self { document, record }
    }
}

/// The findings that are wanted, in the order of the document, each as severe as it is asked to be.
fn told(mut findings: Vec<Finding>, options: &Options) -> Vec<Diagnostic> {
    findings.retain(|finding| !options.allow.contains(&finding.rule));
    order::by(&mut findings, |finding| (finding.span.start as usize, finding.span.end as usize));
    let tell = |finding: Finding| {
        let denied = options.deny.contains(&finding.rule);
        let told = finding.told(options.lang);
        if denied { Diagnostic { severity: Severity::Error, ..told } } else { told }
    };
    findings.into_iter().map(tell).collect()
}
