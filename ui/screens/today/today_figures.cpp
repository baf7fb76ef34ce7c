#include "ui/screens/today/today_figures.h"
#include "ui/kit/theme.h"
#include "ui/kit/bars.h"
#include "ui/kit/roles.h"
#include "ui/kit/section_header.h"
#include "ui/kit/spark.h"
#include "ui/screens/today/outcomes_bar.h"
#include "ui/viewmodels/today_view_model.h"
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// A hairline that keeps the panel's padding.
class Hairline final : public QWidget {
public:
    Hairline()
    {
        setFixedHeight(1);
        kit::setSurface(this, kit::Colour::Line1);
    }
};

} // namespace

TodayFigures::TodayFigures(const TodayViewModel &today, QWidget *parent) : QWidget(parent), m_today(today), m_head(new kit::SectionHeader)
{
    kit::setSurface(this, kit::Colour::Surface1);
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, m.panelPadding);
    column->setSpacing(0);
    m_head->setHairline(true);
    column->addWidget(m_head);
    m_conversations = addFigure(tr("Conversations"), false);
    m_delay = addFigure(tr("Delay p95"), true);
    m_completed = addFigure(tr("Completed by the agent"), false);
    auto *hours = new kit::SectionHeader(tr("Conversations by hour"));
    hours->setNote(tr("grey: mean of the last 7 days"));
    column->addWidget(hours);
    auto *padded = new QVBoxLayout;
    padded->setContentsMargins(m.panelPadding, 0, m.panelPadding, m.grid);
    m_hours = new kit::Bars;
    m_hours->setMinimumHeight(kit::Theme::of(this).px(112));
    m_noHours = kit::makeLabel(tr("Nobody has called in the last 7 days."), kit::TextStyle::Body, kit::Colour::Text3);
    padded->addWidget(m_hours);
    padded->addWidget(m_noHours);
    column->addLayout(padded);
    column->addWidget(new kit::SectionHeader(tr("How they ended")));
    auto *ended = new QVBoxLayout;
    ended->setContentsMargins(m.panelPadding, 0, m.panelPadding, 0);
    m_outcomes = new OutcomesBar;
    ended->addWidget(m_outcomes);
    column->addLayout(ended);
    column->addStretch(1);
    refresh();
}

TodayFigures::Figure TodayFigures::addFigure(const QString &name, bool trend)
{
    const kit::Metrics &m = kit::Theme::of(this).metrics();
    Figure out;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(m.panelPadding, m.grid, m.panelPadding, m.grid);
    row->setSpacing(m.panelPadding);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(kit::makeLabel(name, kit::TextStyle::Control, kit::Colour::Text2));
    auto *figure = new QHBoxLayout;
    figure->setSpacing(m.half);
    out.value = kit::makeLabel({}, kit::TextStyle::Figure);
    out.unit = kit::makeLabel({}, kit::TextStyle::Small, kit::Colour::Text2);
    figure->addWidget(out.value, 0, Qt::AlignBaseline);
    figure->addWidget(out.unit, 1, Qt::AlignBaseline);
    left->addLayout(figure);
    row->addLayout(left, 1);
    if (trend) {
        out.trend = new kit::Spark;
        row->addWidget(out.trend, 1);
    }
    out.note = kit::makeLabel({}, kit::TextStyle::Small, kit::Colour::Text2);
    row->addWidget(out.note, 0, Qt::AlignVCenter);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addLayout(row);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(m.panelPadding, 0, m.panelPadding, 0);
    line->addWidget(new Hairline);
    column->addLayout(line);
    return out;
}

void TodayFigures::show(const Figure &figure, const QString &value, const QString &unit, const QString &note)
{
    figure.value->setText(value);
    figure.unit->setText(unit);
    figure.note->setText(note);
}

void TodayFigures::refresh()
{
    const TodayViewModel::Figures &day = m_today.figures();
    const QLocale locale;
    const QDateTime now = m_today.now();
    m_head->setTitle(tr("Today by %1").arg(locale.toString(now.time(), QLocale::ShortFormat)));
    double usual = 0;
    for (int hour = 0; hour < now.time().hour(); ++hour) usual += day.usualByHour[size_t(hour)];
    show(m_conversations, locale.toString(day.conversations), {}, usual >= 0.5 ? tr("usually %1").arg(locale.toString(usual, 'f', 0)) : QString());
    const QString goal = day.goalMs > 0 ? tr("goal %1").arg(locale.toString(day.goalMs)) : QString();
    show(m_delay, day.p95Ms ? locale.toString(*day.p95Ms) : u"–"_s, day.p95Ms ? tr("ms") : QString(), goal);
    const bool late = day.p95Ms && day.goalMs > 0 && *day.p95Ms > day.goalMs;
    if (late) kit::setText(m_delay.note, kit::TextStyle::Small, kit::Meaning::Warning);
    else kit::setText(m_delay.note, kit::TextStyle::Small, kit::Colour::Text2);
    m_delay.trend->setValues(day.delays, day.goalMs > 0 ? std::optional<double>(day.goalMs) : std::nullopt);
    const int completed = day.outcomes[size_t(Outcome::Completed)];
    show(m_completed, day.conversations ? locale.toString(qRound(100.0 * completed / day.conversations)) : u"–"_s,
         day.conversations ? u"%"_s : QString(), day.conversations ? tr("%1 of %2").arg(completed).arg(day.conversations) : QString());
    QList<double> counts, before;
    QStringList labels;
    for (int hour = 0; hour < 24; ++hour) {
        counts.append(day.byHour[size_t(hour)]);
        before.append(day.usualByHour[size_t(hour)]);
        labels.append(hour % 3 ? QString() : u"%1"_s.arg(hour, 2, 10, QLatin1Char('0')));
    }
    const bool any = std::accumulate(counts.begin(), counts.end(), 0.0) + std::accumulate(before.begin(), before.end(), 0.0) > 0;
    m_hours->setValues(counts, labels, before);
    m_hours->setNow(now.time().hour() + now.time().minute() / 60.0, locale.toString(now.time(), QLocale::ShortFormat));
    m_hours->setVisible(any);
    m_noHours->setVisible(!any);
    m_outcomes->setCounts(day.outcomes);
}

} // namespace vox
