//! An index of titles by their ends: whether one of many is meant is found without asking each.

/// Titles, each from its last byte to its first, in order: those that end alike stand together.
#[derive(Debug, Default)]
pub(super) struct Titles {
    all: Vec<Vec<u8>>,
    /// Of those that are long enough, the ones that end in no other.
    shortest: Vec<Vec<u8>>,
}

impl Titles {
    /// Characters of a title that names one thing, whatever stands before it.
    const ENOUGH: usize = 8;

    /// An index of `titles`.
    pub(super) fn of(titles: &[String]) -> Self {
        let mut all: Vec<Vec<u8>> = titles.iter().map(|title| title.bytes().rev().collect()).collect();
        all.sort_unstable();
        let mut shortest: Vec<Vec<u8>> = all.iter().filter(|title| Self::is_enough(title)).cloned().collect();
        shortest.dedup_by(|next, kept| next.starts_with(kept));
        Self { all, shortest }
    }

    fn is_enough(title: &[u8]) -> bool {
        title.iter().filter(|byte| **byte & 0xc0 != 0x80).nth(Self::ENOUGH - 1).is_some()
    }

    /// Whether `key` names one of them: it is equal, or one is the other with issuer or year before it.
    pub(super) fn name(&self, key: &str) -> bool {
        if self.all.is_empty() {
            return false;
        }
        let key: Vec<u8> = key.bytes().rev().collect();
        let enough = Self::is_enough(&key);
        let longer = self.all.get(self.all.partition_point(|own| *own < key));
        // of those that it may end in only the last before it can be one, since none of them ends in another
        let shorter = self.shortest.partition_point(|own| *own <= key).checked_sub(1).map(|last| &self.shortest[last]);
        longer.is_some_and(|own| *own == key || enough && own.starts_with(&key))
            || shorter.is_some_and(|own| enough && key.starts_with(own))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`Titles::name`] means, asked of one title after another.
    fn same(own: &str, key: &str) -> bool {
        own == key || (own.ends_with(key) || key.ends_with(own)) && own.chars().count().min(key.chars().count()) >= Titles::ENOUGH
    }

    #[test]
    fn a_title_is_known_with_something_before_it_and_without() {
        let titles = [
            "节水办法",
            "城镇节约用水管理办法",
            "海川市城镇节约用水管理办法",
            "云岭县城镇节约用水管理办法",
            "二〇二四年节水宣传工作方案",
            "工作方案",
            "年节水宣传工作方案",
        ];
        let titles = titles.map(str::to_owned);
        let own = Titles::of(&titles);
        let others = [
            "海川市节水办法",
            "市城镇节约用水管理办法",
            "用水管理办法",
            "节约用水管理办法",
            "海川市二〇二四年节水宣传工作方案",
            "宣传工作方案",
            "办法",
            "",
        ];
        for key in titles.iter().map(String::as_str).chain(others) {
            assert_eq!(own.name(key), titles.iter().any(|own| same(own, key)), "{key}");
        }
        assert!(own.name("江北省云岭县城镇节约用水管理办法") && !own.name("海川市节水办法") && !Titles::default().name("节水办法"));
    }
}
