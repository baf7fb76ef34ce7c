#include "ui/screens/agents/conflict/conflict_row.h"
#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/screens/agents/conflict/conflict_columns.h"
#include "ui/screens/agents/conflict/version_words.h"
#include "ui/screens/agents/diff_text.h"
#include <QKeyEvent>
#include <QMouseEvent>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;
using Choice = ConflictViewModel::Choice;

namespace {

constexpr int top = 10, radio = 16;

void drawRadio(QPainter &painter, const QRect &at, bool on, const kit::Theme &theme)
{
    kit::drawBox(painter, at, radio / 2.0, on ? theme[Colour::Accent] : theme[Colour::Surface2], theme[on ? Colour::Accent : Colour::Line3], 1.25);
    if (on) kit::drawBox(painter, QRectF(at).adjusted(5, 5, -5, -5), 3, theme[Colour::OnAccent]);
}

} // namespace

ConflictRow::ConflictRow(ConflictViewModel &model, int question, QWidget *parent) : QWidget(parent), m_model(model), m_question(question)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (qsizetype i = 0; i <= asked().shown.size(); ++i) m_cells.push_back(std::make_unique<Cell>());
}

QSize ConflictRow::minimumSizeHint() const
{
    const int narrowest = ConflictColumns::narrowest(int(asked().shown.size()), kit::Theme::of(this));
    return {narrowest, heightForWidth(std::max(narrowest, width()))};
}

void ConflictRow::refresh()
{
    update();
    QAccessibleValueChangeEvent changed(this, readValue());
    QAccessible::updateAccessibility(&changed);
}

QString ConflictRow::sideText(const QJsonValue &value, const QJsonObject &content) const
{
    const QString text = valueText(value, asked().place, content);
    if (!value.isUndefined() && !value.isNull()) return text.isEmpty() ? tr("empty") : text;
    if (asked().path.startsWith("/flow/edges/"_L1)) return tr("not connected");
    return asked().place.wholeItem ? tr("deleted") : tr("not set");
}

void ConflictRow::lay(int width) const
{
    if (m_laidOutFor == width) return;
    m_laidOutFor = width;
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width, int(asked().shown.size()), theme);
    const ConflictSides &sides = m_model.sides();
    const QString before = asked().place.wholeItem && asked().before.isUndefined() ? tr("none") : sideText(asked().before, sides.before);
    const int gap = theme.px(12), text = radio + theme.px(8);
    const auto put = [&](Cell &cell, const DiffText &words, int room, TextStyle style) {
        cell.text = words.text;
        cell.text.replace(u'\n', QChar::LineSeparator);
        cell.layout.clearLayout();
        cell.layout.setText(cell.text);
        cell.layout.setFont(theme.font(style));
        cell.layout.setFormats(kit::TextBlock::formats(words.ranges, theme));
        cell.height = kit::TextBlock::layOut(cell.layout, theme, style, room, 8);
    };
    const bool figure = asked().before.isDouble() || asked().has(&QJsonValue::isDouble);
    const TextStyle style = figure ? TextStyle::Mono : TextStyle::Body;
    put(*m_cells[0], {before, {}}, columns.from(0) - columns.before() - 2 * gap, style);
    const auto side = [&](const QJsonValue &value, const QJsonObject &content) {
        const QString after = sideText(value, content);
        const bool whole = figure || !value.isString() || value.isUndefined() || asked().before.isUndefined();
        return whole ? DiffText{after, {{0, int(after.size()), value.isUndefined() ? kit::TextRange::Look::Removed : kit::TextRange::Look::Added}}}
                     : diffText(before, after, DiffText::Show::Both);
    };
    for (int i = 0; i < columns.sides(); ++i) {
        const bool changed = m_model.canTake(m_question, i);
        put(*m_cells[size_t(i + 1)], changed ? side(asked().shown.at(i), sides.heads.at(i)) : DiffText{tr("as before"), {}},
            columns.width(i) - 2 * gap - text, changed ? style : TextStyle::Body);
    }
}

int ConflictRow::heightForWidth(int width) const
{
    lay(width);
    int high = kit::Theme::of(this).px(44);
    for (const auto &cell : m_cells) high = std::max(high, cell->height);
    return high + 2 * top;
}

void ConflictRow::paintEvent(QPaintEvent *)
{
    lay(width());
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width(), int(asked().shown.size()), theme);
    QPainter painter(this);
    const bool current = m_model.current() == m_question;
    painter.fillRect(rect(), current ? theme.hovered(theme[Colour::Surface1]) : theme[Colour::Surface1]);
    for (int side = 0; side < columns.sides(); ++side)
        if (m_model.takes(m_question, side)) painter.fillRect(columns.from(side), 0, columns.width(side), height(), theme[Colour::AccentSoft]);
    if (current) painter.fillRect(0, 0, 2, height(), theme[Colour::Accent]);
    kit::hairlineDown(painter, columns.before(), 0, height(), theme[Colour::Line1]);
    for (int side = 0; side < columns.sides(); ++side) kit::hairlineDown(painter, columns.from(side), 0, height(), theme[Colour::Line1]);
    kit::hairlineAcross(painter, 0, width(), height() - 1, theme[Colour::Line1]);

    const int pad = theme.metrics().panelPadding, gap = theme.px(12), sign = theme.metrics().iconInline;
    const ChangePlace &place = asked().place;
    const QString title = place.field.isEmpty() ? place.what : place.field, note = place.field.isEmpty() ? QString() : place.what;
    const int room = columns.before() - pad - sign - gap - theme.px(8);
    painter.setFont(theme.font(TextStyle::BodyStrong));
    kit::drawLine(painter, QRect(pad, top, room, theme.px(20)), title, theme[Colour::Text1]);
    painter.setFont(theme.font(TextStyle::Small));
    const bool own = m_model.choice(m_question) == Choice::Own;
    kit::drawLine(painter, QRect(pad, top + theme.px(21), room, theme.px(16)), own ? tr("%1, your own words").arg(note) : note, theme[Colour::Text2]);
    const bool answered = m_model.choice(m_question) != Choice::None;
    kit::drawIcon(painter, answered ? "circle-check" : "circle-question-mark", QRect(columns.before() - gap - sign, top + theme.px(3), sign, sign),
                  answered ? theme.strong(kit::Meaning::Success) : theme.strong(kit::Meaning::Warning));

    painter.setPen(theme[Colour::Text2]);
    m_cells[0]->layout.draw(&painter, QPointF(columns.before() + gap, top));
    for (int side = 0; side < columns.sides(); ++side) {
        const bool changed = m_model.canTake(m_question, side);
        if (changed) drawRadio(painter, QRect(columns.from(side) + gap, top + theme.px(2), radio, radio), m_model.takes(m_question, side), theme);
        painter.setPen(theme[changed ? Colour::Text1 : Colour::Text3]);
        m_cells[size_t(side + 1)]->layout.draw(&painter, QPointF(columns.from(side) + gap + radio + theme.px(8), top));
    }
    if (hasFocus()) kit::drawBox(painter, QRectF(rect()).adjusted(1, 1, -1, -2), 4, {}, theme[Colour::AccentLine], 2);
}

void ConflictRow::mousePressEvent(QMouseEvent *event)
{
    m_model.setCurrent(m_question);
    const ConflictColumns columns(width(), int(asked().shown.size()), kit::Theme::of(this));
    if (event->button() == Qt::LeftButton) m_model.choose(m_question, columns.at(int(event->position().x())));
}

void ConflictRow::chooseBeside(int step)
{
    const int sides = int(asked().shown.size());
    int at = step > 0 ? 0 : 1; // nothing yet: Left takes mine, Right another's
    for (int side = 0; side < sides && m_model.choice(m_question) == Choice::Side; ++side)
        if (m_model.takes(m_question, side)) at = side;
    for (at += step; at >= 0 && at < sides; at += step)
        if (m_model.canTake(m_question, at) && !m_model.takes(m_question, at)) return m_model.choose(m_question, at);
}

void ConflictRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9 && event->modifiers() == Qt::NoModifier)
        return m_model.choose(m_question, event->key() - Qt::Key_1);
    switch (event->key()) {
    case Qt::Key_Left: chooseBeside(-1); break;
    case Qt::Key_Right: chooseBeside(1); break;
    case Qt::Key_B: m_model.keepBoth(m_question); break;
    case Qt::Key_Up: m_model.setCurrent(m_question - 1); break;
    case Qt::Key_Down: m_model.setCurrent(m_question + 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit editRequested(); break;
    default: QWidget::keyPressEvent(event);
    }
}

void ConflictRow::focusInEvent(QFocusEvent *event)
{
    m_model.setCurrent(m_question);
    QWidget::focusInEvent(event);
    update();
}

void ConflictRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) m_laidOutFor = -1;
    QWidget::changeEvent(event);
}

QString ConflictRow::readName() const
{
    lay(std::max(420, width()));
    QString out = tr("%1, %2. Before: %3.").arg(asked().place.what, asked().place.field, m_cells[0]->text);
    for (int side = 0; side < asked().shown.size(); ++side)
        if (m_model.canTake(m_question, side))
            out += u' ' + VersionWords::title(m_model, side) + u": "_s + sideText(asked().shown.at(side), m_model.sides().heads.at(side)) + u'.';
    return out;
}

QString ConflictRow::readValue() const
{
    switch (m_model.choice(m_question)) {
    case Choice::Side:
        for (int side = 0; side < asked().shown.size(); ++side)
            if (m_model.takes(m_question, side)) return tr("taken: %1").arg(VersionWords::title(m_model, side));
        break;
    case Choice::Both: return tr("all are kept");
    case Choice::Own: return tr("your own words");
    case Choice::None: break;
    }
    return tr("not decided");
}

} // namespace vox
