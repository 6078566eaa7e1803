//! Bytes to record to JSON.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| gongwen_fuzz::whole(bytes));
