//! How fast texts are read: measures the machine as much as the code, so it is run by hand.

use std::time::Instant;

use gongwen::source::Text;

/// Clean text, whose reading is itself, goes through at 150 MB/s and more:
/// `cargo test --release --test speed -- --ignored`.
#[test]
#[ignore = "measures the machine"]
fn clean_text_is_read_fast() {
    let paragraph = "各单位要加强组织领导，落实安全管理责任，于2024年5月4日前将总结报送市教育局，确保取得实效。".repeat(3);
    let text: String = (0..4000).map(|n| format!("（{}）第{n}项。{paragraph}\n", ["一", "二", "三"][n % 3])).collect();
    let best = (0..20).map(|_| {
        let text = text.clone();
        let start = Instant::now();
        drop(Text::read(text));
        start.elapsed().as_secs_f64()
    });
    let speed = text.len() as f64 / 1e6 / best.fold(f64::MAX, f64::min);
    assert!(speed >= 150.0, "{speed:.0} MB/s");
}
