//! The page in a real browser: what a click, a key, a theme and a narrow window do.
//!
//! Needs Chromium and its driver (Debian: `apt-get install chromium chromium-driver`), so it is run on request:
//!
//! ```sh
//! cargo test --test browser -- --ignored
//! ```
//!
//! With `SCREENSHOTS=DIR` it leaves pictures of both themes, of a phone and of the printed page.

#![cfg(feature = "cli")]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use assert_cmd::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

const NOTICE: &str = "海川市教育局关于报送<svg/onload=document.title='run'>总结的通知\n\n各县（区）教育局：\n一、时间\n请于2024年5月4日前将工作总结报送我局。各县（区）教育局应当在2024年6月30日前完成检查。\n二、要求\n市教育局将组织抽查。\n\n海川市教育局\n2024年4月1日\n";

/// A browser behind its WebDriver (W3C).
struct Browser {
    driver: Child,
    session: String,
}

impl Browser {
    fn open(width: u32) -> Self {
        // at port 0 the driver looks for a free one and says which, so that tests can run side by side
        let driver = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = driver.expect("chromedriver is installed");
        let said = BufReader::new(driver.stdout.take().expect("it is piped")).lines().map_while(Result::ok);
        let port = said.filter_map(|line| line.split_once("started successfully on port ").map(|(_, port)| port.to_owned())).next();
        let port = port.expect("the driver says where it listens").trim_end_matches('.').to_owned();
        let mut browser = Self { driver, session: format!("http://127.0.0.1:{port}/session") };
        let args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", &format!("--window-size={width},900")];
        let wanted =
            json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": args}, "goog:loggingPrefs": {"browser": "ALL"}}}});
        let started = (0..50).find_map(|_| {
            std::thread::sleep(Duration::from_millis(100));
            post(&browser.session, &wanted)
        });
        let id = started.expect("the driver answers")["sessionId"].as_str().unwrap().to_owned();
        browser.session = format!("{}/{id}", browser.session);
        browser
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        post(&format!("{}/{command}", self.session), body).unwrap_or_else(|| panic!("{command} {body}"))
    }

    fn go(&self, page: &Path) {
        self.post("url", &json!({"url": format!("file://{}", page.display())}));
    }

    /// The value of an expression of JavaScript.
    fn eval(&self, expression: &str) -> Value {
        self.post("execute/sync", &json!({"script": format!("return {expression}"), "args": []}))
    }

    fn click(&self, selector: &str) {
        let element = self.post("element", &json!({"using": "css selector", "value": selector}));
        let id = element.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned();
        self.post(&format!("element/{id}/click"), &json!({}));
    }

    fn press(&self, key: &str) {
        let actions = json!([{"type": "key", "id": "k", "actions": [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]}]);
        self.post("actions", &json!({"actions": actions}));
    }

    fn chosen(&self) -> Value {
        self.eval("document.querySelector('.item.chosen')?.dataset.id ?? null")
    }

    fn picture(&self, name: &str) {
        let Some(directory) = std::env::var_os("SCREENSHOTS") else { return };
        let picture = get(&format!("{}/screenshot", self.session));
        let bytes = decode_base64(picture.as_str().unwrap());
        fs::write(Path::new(&directory).join(name), bytes).unwrap();
    }

    /// Waits until the expression is true: scrolling takes its time.
    fn until(&self, expression: &str) {
        let came = (0..40).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            self.eval(expression) == true
        });
        assert!(came, "{expression}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = ureq::delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn post(url: &str, body: &Value) -> Option<Value> {
    let mut answer = ureq::post(url).header("Content-Type", "application/json").send(body.to_string()).ok()?;
    let answer: Value = serde_json::from_str(&answer.body_mut().read_to_string().ok()?).ok()?;
    Some(answer["value"].clone())
}

fn get(url: &str) -> Value {
    let answer = ureq::get(url).call().unwrap().into_body().with_config().limit(64 << 20).read_to_string().unwrap();
    serde_json::from_str::<Value>(&answer).unwrap()["value"].clone()
}

fn decode_base64(text: &str) -> Vec<u8> {
    let value =
        |c: u8| b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".iter().position(|it| *it == c).map(|at| at as u32);
    let bits: Vec<u32> = text.bytes().filter_map(value).collect();
    let bytes = bits.chunks(4).flat_map(|four| {
        let all = four.iter().fold(0, |all, bits| all << 6 | bits) << (6 * (4 - four.len()));
        all.to_be_bytes()[1..four.len()].to_vec()
    });
    bytes.collect()
}

/// The page that the program makes of a text, in a directory that must outlive it.
fn page(text: &str) -> (TempDir, std::path::PathBuf) {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join("a.txt"), text).unwrap();
    let page = place.path().join("a.html");
    Command::cargo_bin("extract").unwrap().current_dir(place.path()).args(["-f", "html", "-o", "a.html", "a.txt"]).assert().success();
    (place, page)
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn both_sides_lead_to_each_other() {
    let (_place, page) = page(&NOTICE.replace("二、要求", &format!("{}二、要求", "各单位要高度重视。\n".repeat(80))));
    let browser = Browser::open(1300);
    browser.go(&page);
    let seen = |selector: &str| {
        format!("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('{selector}').getBoundingClientRect())")
    };
    assert_eq!(browser.eval("document.querySelector('.task .item') !== null"), true, "the notice has tasks");

    browser.eval("document.querySelectorAll('.task .item')[document.querySelectorAll('.task .item').length - 1].click()");
    browser.until(&seen("mark.chosen"));
    browser.eval("scrollTo(0, 0)");
    browser.eval("document.querySelector('mark.task').click()");
    browser.until(&seen(".item.chosen"));
    assert_eq!(browser.chosen(), browser.eval("document.querySelector('mark.task').dataset.ids.split(' ').pop()"));
    browser.press("\u{e00c}");
    assert_eq!(browser.chosen(), Value::Null);
    browser.picture("light.png");
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn kinds_can_be_put_out_and_keys_do_what_the_mouse_does() {
    let (_place, page) = page(NOTICE);
    let browser = Browser::open(1300);
    browser.go(&page);
    let tasks = "document.querySelector('.group.task').offsetParent !== null";
    assert_eq!(browser.eval(tasks), true);
    browser.click(".kind.task");
    assert_eq!(browser.eval(tasks), false);
    assert_eq!(browser.eval("document.querySelector('.kind.task').getAttribute('aria-pressed')"), "false");
    browser.press("1");
    assert_eq!(browser.eval(tasks), true);

    browser.press("j");
    let first = browser.chosen();
    browser.press("j");
    assert_ne!(browser.chosen(), first);
    browser.press("k");
    assert_eq!(browser.chosen(), first);

    browser.press("/");
    "抽查".chars().for_each(|c| browser.press(&c.to_string()));
    let left = "[...document.querySelectorAll('.task li')].filter(it => it.offsetParent).every(it => it.textContent.includes('抽查'))";
    assert_eq!(browser.eval(left), true);
    assert_eq!(browser.eval("document.querySelector('.bar input').value"), "抽查");
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn a_script_in_a_document_is_shown_and_not_run() {
    let (_place, page) = page(NOTICE);
    let browser = Browser::open(1300);
    browser.go(&page);
    assert_ne!(browser.eval("document.title"), "run");
    assert_eq!(browser.eval("document.querySelector('.text').innerText.includes(\"<svg/onload=document.title='run'>\")"), true);
    assert_eq!(browser.eval("document.scripts.length"), 1);
    let errors = browser.post("se/log", &json!({"type": "browser"}));
    assert_eq!(errors, json!([]), "the console is empty");
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn it_can_be_read_in_both_themes_and_on_a_phone() {
    let (_place, page) = page(&fs::read_to_string("corpus/notice/funds-allocation-wrong-total.txt").unwrap());
    let browser = Browser::open(1300);
    browser.go(&page);
    // WCAG 2.2, 1.4.3: 4.5 to 1
    let contrast = "(() => { const lum = c => c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0); \
        const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(', 0)')) return c; } return 'rgb(255,255,255)'; }; \
        return [...document.querySelectorAll('mark, .item span, .text p, .bar button')].map(e => { const [a, b] = [lum(getComputedStyle(e).color), lum(ground(e))].sort((x, y) => y - x); return [(a + .05) / (b + .05), e.className]; }).sort((x, y) => x[0] - y[0])[0]; })()";
    for theme in ["light", "dark"] {
        browser.eval(&format!("document.documentElement.dataset.theme = '{theme}'"));
        let least = browser.eval(contrast);
        assert!(least[0].as_f64().unwrap() >= 4.5, "{theme}: {least}");
        browser.picture(&format!("{theme}.png"));
    }
    assert_eq!(browser.eval("document.querySelector('.item .ok, .item .bad') !== null"), true, "sums are checked");
    browser.eval("delete document.documentElement.dataset.theme");
    browser.click(".theme");
    assert_eq!(browser.eval("document.documentElement.dataset.theme"), "dark");

    browser.post("window/rect", &json!({"width": 390, "height": 844}));
    assert_eq!(browser.eval("document.documentElement.scrollWidth <= innerWidth"), true);
    let lists = "document.querySelector('aside').offsetParent !== null";
    assert_eq!(browser.eval(lists), false);
    browser.picture("phone.png");
    browser.click(".side");
    assert_eq!(browser.eval(lists), true);
    browser.picture("phone-lists.png");
    browser.click(".task .item");
    browser.until("document.querySelector('mark.chosen').offsetParent !== null");
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn on_paper_all_is_there_but_the_buttons() {
    let (_place, page) = page(NOTICE);
    let browser = Browser::open(1300);
    browser.go(&page);
    browser.eval("document.documentElement.dataset.theme = 'dark'");
    browser.eval("document.querySelectorAll('details').forEach(it => { it.open = false })");
    browser.post("goog/cdp/execute", &json!({"cmd": "Emulation.setEmulatedMedia", "params": {"media": "print"}}));
    browser.eval("dispatchEvent(new Event('beforeprint'))");
    assert_eq!(browser.eval("document.querySelector('.bar').offsetParent"), Value::Null);
    assert_eq!(browser.eval("[...document.querySelectorAll('.text p, .item')].every(it => it.checkVisibility())"), true);
    assert_eq!(browser.eval("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    browser.picture("print.png");
    browser.eval("dispatchEvent(new Event('afterprint'))");
    assert_eq!(browser.eval("document.querySelector('details').open"), false, "on the screen it is as it was");
}

#[test]
#[ignore = "needs chromium and chromedriver: cargo test --test browser -- --ignored"]
fn lists_show_times_in_order_and_sums_with_their_parts() {
    let (_place, page) = page(&fs::read_to_string("corpus/budget/project-texts-adding-up.txt").unwrap());
    let browser = Browser::open(1300);
    browser.go(&page);
    let dates = "[...document.querySelectorAll('.line .when')].map(it => it.textContent).filter(it => /^\\d{4}-\\d\\d-\\d\\d$/.test(it))";
    assert_eq!(
        browser.eval(&format!("(dates => dates.length > 3 && dates.every((it, n) => n === 0 || dates[n - 1] <= it))({dates})")),
        true
    );
    assert_eq!(browser.eval("document.querySelectorAll('.tree .tree .item').length > 5"), true, "parts stand under their totals");
    assert_eq!(browser.eval("(it => it.scrollWidth <= it.clientWidth)(document.querySelector('aside'))"), true, "nothing is too wide");
    browser.picture("budget.png");
    for kind in ["budget", "deadline", "header"] {
        browser.eval(&format!("document.querySelector('.group.{kind} .item').click()"));
        browser.until(&format!("document.querySelector('mark.{kind}.chosen') !== null"));
    }
}
