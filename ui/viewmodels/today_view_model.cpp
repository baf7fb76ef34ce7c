#include "ui/viewmodels/today_view_model.h"
#include "app/workspace/conversations.h"
#include "app/workspace/settings.h"
#include "app/workspace/when_done.h"
#include "app/workspace/workspace.h"
#include <QJsonArray>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRefreshMs = 50;      // changes come in bursts
constexpr int kMostRecent = 8;
constexpr int kMostDelays = 24;
constexpr int kMostSeen = 200;
constexpr qint64 kDayMs = 24 * 3600 * 1000;
const QString kSeen = u"today.seen"_s;

UtcMs utc(const QDateTime &time) { return {time.toMSecsSinceEpoch()}; }

} // namespace

TodayViewModel::TodayViewModel(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRefreshMs);
    connect(&m_soon, &QTimer::timeout, this, &TodayViewModel::refresh);
    const auto soon = [this] { m_soon.start(); };
    connect(&workspace.agents(), &AgentDocuments::listChanged, this, soon);
    connect(&workspace.conversations(), &Conversations::listChanged, this, soon);
}

QDateTime TodayViewModel::now() const { return QDateTime::fromMSecsSinceEpoch(m_workspace.now().value); }

void TodayViewModel::refresh()
{
    whenDone(m_workspace.agents().list(), this, [this](const Result<QList<AgentRow>> &agents) {
        if (agents) m_agents = *agents;
        const auto strictest = std::min_element(m_agents.cbegin(), m_agents.cend(), [](const AgentRow &a, const AgentRow &b) { return a.goalMs < b.goalMs; });
        m_figures.goalMs = strictest == m_agents.cend() ? 0 : strictest->goalMs;
        askConversations();
    });
}

// The day began at midnight where the operator is.
void TodayViewModel::askConversations()
{
    Conversations &conversations = m_workspace.conversations();
    const QDateTime current = now(), midnight = current.date().startOfDay();
    const UtcMs weekAgo = utc(midnight.addDays(-7));
    for (const Outcome outcome : {Outcome::Failed, Outcome::CutOff}) {
        ConversationQuery bad;
        bad.outcome = outcome;
        bad.from = weekAgo;
        whenDone(conversations.query(bad), this, [this, outcome](const Result<ConversationPage> &page) {
            if (page) takeBad(outcome, page->rows);
        });
    }
    whenDone(conversations.sums(weekAgo, utc(midnight)), this, [this](const Result<ConversationSums> &sums) {
        if (!sums) return;
        m_figures.usualByHour = {};
        for (qsizetype hour = 0; hour < sums->byHour.size(); ++hour) m_figures.usualByHour[size_t(hour % 24)] += sums->byHour[hour] / 7.0;
    });
    whenDone(conversations.sums(utc(midnight), {midnight.toMSecsSinceEpoch() + kDayMs}), this, [this](const Result<ConversationSums> &sums) {
        if (!sums) return;
        m_figures.conversations = sums->count;
        m_figures.outcomes = sums->outcomes;
        m_figures.p95Ms = sums->p95Ms;
        m_figures.byHour = {};
        for (qsizetype hour = 0; hour < qMin<qsizetype>(24, sums->byHour.size()); ++hour) m_figures.byHour[size_t(hour)] = sums->byHour[hour];
    });
    // Asked last; when its answer is here something is there to show, and what is still under way shows itself.
    whenDone(conversations.query({}), this, [this](const Result<ConversationPage> &page) {
        if (page) m_last = page->rows;
        m_loaded = true;
        assemble();
    });
}

void TodayViewModel::takeBad(Outcome outcome, const QList<ConversationRow> &rows)
{
    (outcome == Outcome::Failed ? m_failed : m_cutOff) = rows;
    if (m_loaded) assemble();
}

void TodayViewModel::markSeen(const Task &task)
{
    QJsonArray seen = m_workspace.settings().value(kSeen).toArray();
    if (seen.contains(task.id)) return;
    seen.append(task.id);
    while (seen.size() > kMostSeen) seen.removeFirst();
    m_workspace.settings().setValue(kSeen, seen);
    assemble();
}

void TodayViewModel::assemble()
{
    m_tasks.clear();
    m_recent.clear();
    for (const AgentRow &agent : m_agents) {
        if (agent.errors > 0) m_tasks.append({Task::Kind::AgentErrors, agent.id.text(), agent.name, agent.errors, agent.changed});
        if (agent.conflict) m_tasks.append({Task::Kind::AgentConflict, agent.id.text(), agent.name, 0, agent.changed});
        m_recent.append({Recent::Kind::Agent, agent.id.text(), agent.name, agent.changed, {}, agent.nodes});
    }
    const QJsonArray seen = m_workspace.settings().value(kSeen).toArray();
    const auto add = [&](const QList<ConversationRow> &rows, Task::Kind kind) {
        for (const ConversationRow &row : rows)
            if (!seen.contains(row.id.text())) m_tasks.append({kind, row.id.text(), row.agentName, row.errors, row.started});
    };
    add(m_failed, Task::Kind::ConversationFailed);
    add(m_cutOff, Task::Kind::ConversationCutOff);
    std::stable_sort(m_tasks.begin(), m_tasks.end(), [](const Task &a, const Task &b) { return a.when > b.when; });
    m_figures.delays.clear();
    int conversations = 0; // not so many that they push the agents out
    for (const ConversationRow &row : m_last) {
        if (++conversations <= kMostRecent / 2) m_recent.append({Recent::Kind::Conversation, row.id.text(), row.agentName, row.started, row.outcome, 0});
        if (row.p95Ms && m_figures.delays.size() < kMostDelays) m_figures.delays.prepend(double(*row.p95Ms));
    }
    std::stable_sort(m_recent.begin(), m_recent.end(), [](const Recent &a, const Recent &b) { return a.when > b.when; });
    m_recent = m_recent.mid(0, kMostRecent);
    emit changed();
}

} // namespace vox
