//! Text to document: repairs, head, tail, sections.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gongwen_fuzz::parse(bytes));
