#include "ui/screens/today/outcomes_bar.h"
#include "ui/kit/paint.h"
#include <QLocale>
#include <numeric>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kOrder{Outcome::Completed, Outcome::HandedOver, Outcome::CallerLeft, Outcome::Failed, Outcome::CutOff};
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed: return OutcomesBar::tr("Completed");
    case Outcome::HandedOver: return OutcomesBar::tr("Handed over");
    case Outcome::CallerLeft: return OutcomesBar::tr("Caller left");
    case Outcome::Failed: return OutcomesBar::tr("Failed");
    case Outcome::CutOff: return OutcomesBar::tr("Cut off");
    }
    return {};
}

kit::Meaning outcomeMeaning(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Completed: return kit::Meaning::Success;
    case Outcome::HandedOver: return kit::Meaning::Human;
    case Outcome::CallerLeft: return kit::Meaning::Warning;
    case Outcome::Failed: return kit::Meaning::Error;
    case Outcome::CutOff: return kit::Meaning::Neutral;
    }
    return kit::Meaning::Neutral;
}

OutcomesBar::OutcomesBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OutcomesBar::setCounts(const std::array<int, 5> &byOutcome)
{
    m_counts = byOutcome;
    updateGeometry();
    update();
}

// The usual ones always, the rare ones when there are any.
QList<Outcome> OutcomesBar::shown() const
{
    QList<Outcome> out;
    for (const Outcome outcome : kOrder)
        if (m_counts[size_t(outcome)] > 0 || outcome == Outcome::Completed || outcome == Outcome::HandedOver) out.append(outcome);
    return out;
}

QString OutcomesBar::readValue() const
{
    QStringList parts;
    for (const Outcome outcome : shown()) parts.append(u"%1 %2"_s.arg(outcomeWord(outcome), QLocale().toString(m_counts[size_t(outcome)])));
    return parts.join(u", "_s);
}

QSize OutcomesBar::sizeHint() const
{
    const kit::Theme &theme = kit::Theme::of(this);
    const int rows = int(shown().size() + 1) / 2;
    return {theme.px(280), theme.px(20) + rows * theme.px(22)};
}

void OutcomesBar::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const kit::Metrics &m = theme.metrics();
    QPainter painter(this);
    const int total = std::accumulate(m_counts.begin(), m_counts.end(), 0), bar = theme.px(10);
    if (total == 0) painter.fillRect(0, 0, width(), bar, theme[kit::Colour::Surface3]);
    const auto ink = [&](Outcome outcome) {
        const kit::Meaning meaning = outcomeMeaning(outcome);
        return meaning == kit::Meaning::Neutral ? theme[kit::Colour::Line3] : theme.strong(meaning);
    };
    int before = 0;
    for (const Outcome outcome : kOrder) {
        const int count = m_counts[size_t(outcome)];
        if (count == 0) continue;
        const int left = int(qint64(width()) * before / total), right = int(qint64(width()) * (before + count) / total);
        before += count;
        painter.fillRect(left, 0, qMax(2, right - left - (before < total ? 2 : 0)), bar, ink(outcome));
    }
    const QList<Outcome> all = shown();
    const int column = (width() - m.panelPadding) / 2, line = theme.px(22);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect cell((int(i) % 2) * (column + m.panelPadding), theme.px(20) + int(i / 2) * line, column, line);
        const int dot = theme.px(7);
        kit::drawDot(painter, {cell.left(), cell.center().y() - dot / 2}, dot, ink(all[i]));
        painter.setFont(theme.font(kit::TextStyle::Control));
        kit::drawLine(painter, cell.adjusted(dot + m.grid, 0, -theme.px(36), 0), outcomeWord(all[i]), theme[kit::Colour::Text1]);
        painter.setFont(theme.font(kit::TextStyle::Mono));
        kit::drawLine(painter, cell, QLocale().toString(m_counts[size_t(all[i])]), theme[kit::Colour::Text1], Qt::AlignRight);
    }
}

} // namespace vox
