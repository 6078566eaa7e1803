//! Bytes to text: every encoding that a caller may name.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gongwen_fuzz::decode(bytes));
