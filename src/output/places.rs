//! Every place that a record names, for those who count places in another unit.
//!
//! The table below says which fields of which type hold places. A field that it forgets would keep its bytes:
//! `tests/offsets.rs` reads every span of the corpus back in every unit.

use crate::{
    Diagnostic, Origin, Record,
    extract::{
        budget::Budget,
        contact::{Contact, Phone},
        deadline::{Anchor, Deadline},
        header::{Attachment, Day, Disclosure, Header, Number, Page},
        part::{Paragraph, Part, Section},
        reference::Reference,
        table::Table,
        task::{Actor, SubmitTo, Target, Task},
    },
    reading::Quote,
};

/// What holds places in the source.
pub(super) trait Places {
    /// Shows every place to `visit`, once.
    fn places(&mut self, visit: &mut dyn FnMut(&mut Origin));
}

impl Places for Origin {
    fn places(&mut self, visit: &mut dyn FnMut(&mut Origin)) {
        visit(self);
    }
}

impl<T: Places> Places for Option<T> {
    fn places(&mut self, visit: &mut dyn FnMut(&mut Origin)) {
        self.iter_mut().for_each(|it| it.places(visit));
    }
}

impl<T: Places> Places for Box<T> {
    fn places(&mut self, visit: &mut dyn FnMut(&mut Origin)) {
        (**self).places(visit);
    }
}

impl<T: Places> Places for Vec<T> {
    fn places(&mut self, visit: &mut dyn FnMut(&mut Origin)) {
        self.iter_mut().for_each(|it| it.places(visit));
    }
}

macro_rules! places {
    ($($ty:ty: $($field:ident)*;)*) => {$(
        impl Places for $ty {
            fn places(&mut self, visit: &mut dyn FnMut(&mut Origin)) {
                $(self.$field.places(visit);)*
            }
        }
    )*};
}

places! {
    Record: header parts tasks deadlines budgets contacts references tables diagnostics;
    Header: issuing_mark copy_number secrecy urgency doc_number signatories title genre recipients issuers date attachments note
        disclosure cc printer print_date page;
    Number: quote;
    Day: quote;
    Attachment: quote;
    Disclosure: basis;
    Page: index_number publisher source topic breadcrumbs;
    Part: title span lead sections;
    Section: heading paragraphs span sections;
    Paragraph: quote items;
    Task: quote actors action condition targets submit_to;
    Actor: quote;
    Target: quote;
    SubmitTo: quote channel;
    Deadline: quote anchor;
    Anchor: event;
    Budget: quote item;
    Contact: quote name role organization phones emails address postcode url purpose;
    Phone: quote;
    Reference: title doc_number issuers articles alias mentions;
    Table: caption span;
    Diagnostic: span related;
    Quote: span;
}
