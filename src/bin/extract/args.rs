//! What can be asked for on the command line. The words here are the help, the man page and the completions.

use std::{
    io::{self, IsTerminal},
    path::PathBuf,
};

use clap::{
    CommandFactory, Parser, ValueHint,
    builder::{ArgPredicate, PossibleValue, PossibleValuesParser, TypedValueParser},
    error::ErrorKind,
};
use gongwen::{
    Kind, OffsetUnit, Options, Record, Severity, check,
    diagnostic::Rule,
    output::{FORMATS, Format, Lang, Settings, format, ics::Alarm},
    phrase::workday::Workdays,
};
use jiff::civil::Date;

use crate::generate::Generate;

const LONG_ABOUT: &str = "\
Reads Chinese official documents (公文: 通知, 方案, 办法, 批复 …) and prints who must do what by when (任务, 时限), with \
what money (经费), and whom to call (联系人), with the header (发文字号, 主送机关, 成文日期 …) and the section tree \
(一、（一）1.（1）, 第X条).

Every value carries the document's own words and the place where they stand. Nothing leaves this computer.";

const EXAMPLES: &str = "\
Examples:
  extract notice.txt                          one record, as indented JSON
  extract -f jsonl documents/ > records.jsonl one record a line, for every text in a directory
  extract -f csv documents/ > tasks.csv       a table of tasks for Excel or WPS
  extract -f ics --alarm 3d notice.txt > n.ics to-dos for a calendar, with reminders three days before
  extract -f html -o notice.html notice.txt   a page with everything highlighted in the text
  extract --only tasks,deadlines notice.txt   only who must do what by when
  pdftotext -layout plan.pdf - | extract -    from another program
  extract --check notice.txt                  what the document gets wrong, as compilers print it
  extract --schema                            what the keys of a record mean";

const STATUS: &str = "\
Exit status:
  0  every document was read
  1  a document could not be read, or the output could not be written; the others are done all the same. With --check
     also where a diagnostic is an error
  2  the command line is wrong
130  interrupted (Ctrl-C): the documents printed so far are whole, a file (-o) was not written";

/// Reads Chinese official documents (公文): who must do what by when, with what money, and whom to call
#[derive(Parser)]
#[command(name = "extract", version = version(), long_about = LONG_ABOUT, max_term_width = 120)]
#[command(after_help = EXAMPLES, after_long_help = format!("{EXAMPLES}\n\n{STATUS}"))]
pub(crate) struct Args {
    /// Documents: text, web pages, Word files; directories; @FILE for a list of names; - for standard input
    ///
    /// Text in UTF-8, GB18030 (GBK) or UTF-16; web pages (.html, .htm); Word files (.docx). PDF, .doc, .wps and
    /// pictures must be turned into text first. A directory stands for such files in it and below (.txt, .md, .html,
    /// .htm, .docx); a file that is named is read whatever it is called. @FILE holds one name a line. Without any name standard
    /// input is read, unless it is a terminal.
    #[arg(value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub(crate) inputs: Vec<PathBuf>,

    /// How to print what was found
    #[arg(short, long, default_value = "json", value_parser = formats(), hide_possible_values = false)]
    #[arg(default_value_if("check", ArgPredicate::Equals("true".into()), "check"))]
    pub(crate) format: &'static dyn Format,

    /// Print what the document gets wrong, as compilers do; exit status 1 where something is an error
    ///
    /// Count claims, sums, numbering, attachments, dates, references and the form that GB/T 9704-2012 asks for. Each
    /// code is explained in docs/diagnostics.md. With another --format the diagnostics stand in the output (sarif for
    /// code-review tools).
    #[arg(long)]
    pub(crate) check: bool,

    /// Leave out diagnostics of this code (docs/diagnostics.md lists them); may be given several times
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', value_parser = codes(), hide_possible_values = true)]
    pub(crate) allow: Vec<&'static Rule>,

    /// Take diagnostics of this code for errors: a code, or all warnings
    #[arg(long, value_name = "CODE,…", value_delimiter = ',', value_parser = denied(), hide_possible_values = true)]
    pub(crate) deny: Vec<Vec<&'static Rule>>,

    /// Only these kinds of record, and what they refer to
    ///
    /// tasks 任务, deadlines 时限, budgets 经费, contacts 联系人, references 引用文件, tables 表格. Header, sections and
    /// diagnostics are always printed. Tasks bring along the deadlines that bind them, and deadlines the tasks that they bind.
    #[arg(long, value_name = "KIND,…", value_delimiter = ',', value_parser = kinds())]
    pub(crate) only: Option<Vec<Kind>>,

    /// Reference date for a document without one (YYYY-MM-DD)
    ///
    /// Relative times (本月底前, 自印发之日起5个工作日内) are counted from the document's own date (成文日期); where it has
    /// none, from this one. Today's date is never assumed, so that the same call gives the same output on any day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,

    /// Holidays and shifted working days, for what is counted in working days (5个工作日内)
    ///
    /// A text file, one stretch a line: '2022-04-03..2022-04-05 off 清明节' for days off, '2022-04-02 work' for a weekend day
    /// that is worked; lines that begin with # are remarks. Without it only weekends are off, and the record says so.
    #[arg(long, value_name = "FILE", value_parser = holidays, value_hint = ValueHint::FilePath)]
    pub(crate) holidays: Option<Workdays>,

    /// Encoding of the input, where it is guessed wrong: utf-8, gb18030, gbk, big5, utf-16le, …
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<String>,

    /// What spans count
    #[arg(long, value_name = "UNIT", default_value = "byte", value_parser = units())]
    pub(crate) offsets: OffsetUnit,

    /// What a CSV table shows: the first kind of --only, or tasks, where nothing is said
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(crate) table: Option<Kind>,

    /// Calendar reminders before a due time: 3d, 12h or 30m; may be given several times
    #[arg(long = "alarm", value_name = "TIME", value_parser = alarm)]
    pub(crate) alarms: Vec<Alarm>,

    /// Language of diagnostics, and of headings in csv, md and html; the document's own words stay as they are
    #[arg(long, default_value = "zh", value_parser = langs())]
    pub(crate) lang: Lang,

    /// Write to this file, whole or not at all; to a directory, one file a document
    ///
    /// A name that ends in / or is a directory gets one file for each document, called like it, with the format's
    /// ending; directories that were searched are kept below it.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,

    /// Leave out what these globs match in directories: 'drafts/', '*-old.txt'; may be given several times
    #[arg(long, value_name = "GLOB")]
    pub(crate) ignore: Vec<String>,

    /// Documents read at a time; 0 means one a processor
    #[arg(short, long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) jobs: usize,

    /// At the end, say on stderr how many documents and tasks there were, how many failed, and how fast it went
    #[arg(long)]
    pub(crate) summary: bool,

    /// Print the JSON Schema of a record, with every key explained in English and Chinese
    #[arg(long, exclusive = true)]
    pub(crate) schema: bool,

    /// Print the man page or a shell's completions
    #[arg(long, value_name = "WHAT", exclusive = true)]
    pub(crate) generate: Option<Generate>,
}

impl Args {
    /// The arguments of this call; ends the program with a word about them where they make no sense together.
    pub(crate) fn of_call() -> Self {
        let args = Self::parse();
        let idle = [("--table", args.table.is_some(), "csv"), ("--alarm", !args.alarms.is_empty(), "ics")];
        if let Some((option, _, format)) = idle.into_iter().find(|(_, given, format)| *given && args.format.name() != *format) {
            Self::command().error(ErrorKind::ArgumentConflict, format!("{option} has a say only with --format {format}")).exit();
        }
        let unread = args.only.as_deref().filter(|only| args.format.name() == "csv" && !only.contains(&args.table()));
        if let Some(only) = unread {
            let table = args.table().key();
            let wanted = only.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(",");
            let said = format!("--only {wanted} leaves a table of {table} empty");
            Self::command().error(ErrorKind::ArgumentConflict, said).exit();
        }
        args
    }

    /// What the library is asked for, for the input of that name.
    pub(crate) fn options(&self, name: &str) -> Options {
        Options {
            name: Some(name.to_owned()),
            encoding: self.encoding.clone(),
            as_of: self.as_of,
            workdays: self.holidays.clone(),
            only: self.only.clone(),
            lang: self.lang,
            allow: self.allow.clone(),
            deny: self.deny.concat(),
        }
    }

    /// What a CSV table shows: what is asked for, or the first of the kinds that are.
    fn table(&self) -> Kind {
        let first = self.only.as_ref().and_then(|only| only.first()).copied();
        self.table.or(first).unwrap_or(Kind::Tasks)
    }

    /// Whether what is printed goes to a terminal that wants colours (<https://no-color.org>).
    fn colour(&self) -> bool {
        let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        wanted && self.output.is_none() && io::stdout().is_terminal()
    }

    /// What the format is told.
    pub(crate) fn settings(&self, many: bool) -> Settings {
        Settings { offsets: self.offsets, many, lang: self.lang, table: self.table(), alarms: self.alarms.clone(), colour: self.colour() }
    }
}

fn version() -> String {
    format!("{} (record version {})", env!("CARGO_PKG_VERSION"), Record::VERSION)
}

fn formats() -> impl TypedValueParser<Value = &'static dyn Format> {
    let values = FORMATS.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values).map(|name| format(&name).expect("only names of the registry are let through"))
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::key)).map(|key| key.parse().expect("only keys are let through"))
}

/// The codes of diagnostics; help would drown in them.
fn codes() -> impl TypedValueParser<Value = &'static Rule> {
    let values = check::rules().map(|rule| PossibleValue::new(rule.code).hide(true));
    PossibleValuesParser::new(values).map(|code| check::rule(&code).expect("only codes are let through"))
}

/// The codes that are to be errors: one, or those of all warnings.
fn denied() -> impl TypedValueParser<Value = Vec<&'static Rule>> {
    let values = check::rules().map(|rule| PossibleValue::new(rule.code).hide(true));
    PossibleValuesParser::new(values.chain([PossibleValue::new("warnings")])).map(|code| {
        let wanted = |rule: &&Rule| rule.code == code || (code == "warnings" && rule.severity == Severity::Warning);
        check::rules().filter(wanted).collect()
    })
}

fn units() -> impl TypedValueParser<Value = OffsetUnit> {
    let value = |name: &'static str, help: &'static str| PossibleValue::new(name).help(help);
    let values = [
        value("byte", "Bytes of UTF-8"),
        value("char", "Characters, as Python counts"),
        value("utf16", "UTF-16 code units, as JavaScript and Java count"),
    ];
    PossibleValuesParser::new(values).map(|name| name.parse().expect("only names of units are let through"))
}

fn langs() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["zh", "en"]).map(|tag| tag.parse().expect("only tags are let through"))
}

fn alarm(words: &str) -> Result<Alarm, String> {
    words.parse().map_err(|_| "write days, hours or minutes, as 3d, 12h or 30m".to_owned())
}

/// Reads the calendar before any document.
fn holidays(file: &str) -> Result<Workdays, String> {
    let data = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    Workdays::read(&data).map_err(|error| error.to_string())
}

fn date(words: &str) -> Result<Date, String> {
    words.parse().map_err(|_| "not a day of the calendar; write it as 2024-04-01".to_owned())
}

/// Asks the library whether it knows the encoding, before any file is opened.
fn encoding(label: &str) -> Result<String, gongwen::Error> {
    gongwen::source::decode(b"text", Some(label))
        .map(|_| label.to_owned())
        .or_else(|e| if matches!(e, gongwen::Error::Encoding(_)) { Err(e) } else { Ok(label.to_owned()) })
}
