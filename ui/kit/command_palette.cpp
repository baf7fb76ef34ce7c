#include "ui/kit/command_palette.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/palette_list.h"
#include "ui/kit/roles.h"
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace vox::kit {

namespace {

// The palette's field: no box of its own, a magnifier before it, a hairline below, "Esc" at the end.
class PaletteField final : public QLineEdit {
public:
    using QLineEdit::QLineEdit;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        const Theme &t = Theme::of(this);
        const Metrics &m = t.metrics();
        QPainter painter(this);
        drawIcon(painter, "search", QRect(m.grid, (height() - m.icon) / 2, m.icon, m.icon), t[Colour::Text2]);
        painter.setFont(t.font(TextStyle::Small));
        drawLine(painter, rect().adjusted(0, 0, -m.grid, 0), CommandPalette::tr("Esc"), t[Colour::Text3], Qt::AlignRight);
        hairlineAcross(painter, -4, width() + 4, height() - 1, t[Colour::Line1]);
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *owner)
    : Popup(owner)
    , m_field(new PaletteField(this))
    , m_list(new PaletteList(this))
{
    const Theme &t = Theme::of(this);
    m_field->setFrame(false);
    m_field->setProperty("kitPlain", true);
    setText(m_field, TextStyle::Title);
    QFont font = t.font(TextStyle::Title);
    font.setWeight(QFont::Normal);
    m_field->setProperty("kitText", QVariant());
    m_field->setFont(font);
    m_field->setTextMargins(t.metrics().grid + t.metrics().icon, 0, t.px(36), 0);
    m_field->setMinimumHeight(t.px(36));
    m_field->installEventFilter(this);
    column()->addWidget(m_field);
    column()->addSpacing(4);
    column()->addWidget(m_list);
    column()->addStretch(1);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &PaletteList::pressed, this, &CommandPalette::run);
    translate();
}

void CommandPalette::setEntries(const QList<PaletteEntry> &entries)
{
    m_entries = entries;
    if (isVisible()) filter();
}

void CommandPalette::addSource(Source source)
{
    m_sources.append(std::move(source));
}

void CommandPalette::open()
{
    m_field->clear();
    filter();
    place();
}

void CommandPalette::place()
{
    openAtTop(Theme::of(this).px(560));
}

QStringList CommandPalette::titles() const
{
    QStringList out;
    for (const auto &row : m_list->rows()) out.append(row.entry.title);
    return out;
}

void CommandPalette::filter()
{
    const QString typed = m_field->text();
    QList<PaletteList::Row> rows;
    for (const PaletteEntry &entry : m_entries)
        if (auto match = fuzzyMatch(typed, entry.title)) rows.append({entry, std::move(*match)});
    std::stable_sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.match.score > b.match.score; });
    if (!typed.trimmed().isEmpty())
        for (const Source &source : m_sources)
            for (const PaletteEntry &entry : source(typed)) rows.append({entry, fuzzyMatch(typed, entry.title).value_or(FuzzyMatch())});
    m_list->setRows(std::move(rows));
    column()->invalidate();
    if (isVisible()) place();
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_list->rows().size()) return;
    const PaletteEntry entry = m_list->rows()[row].entry;
    close(); // before it runs, so that the command finds the focus where it was
    emit chosen(entry.title);
    if (entry.run) entry.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: m_list->move(1); return true;
        case Qt::Key_Up: m_list->move(-1); return true;
        case Qt::Key_PageDown: m_list->move(8); return true;
        case Qt::Key_PageUp: m_list->move(-8); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: run(m_list->current()); return true;
        case Qt::Key_Escape: close(); return true;
        default: break;
        }
    }
    return Popup::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) translate();
    Popup::changeEvent(event);
}

void CommandPalette::focusFirst()
{
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::translate()
{
    m_field->setPlaceholderText(tr("Search or run a command"));
    m_field->setAccessibleName(tr("Command palette"));
}

} // namespace vox::kit
