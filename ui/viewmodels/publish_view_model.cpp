#include "ui/viewmodels/publish_view_model.h"
#include "app/workspace/when_done.h"

namespace vox {

PublishViewModel::PublishViewModel(Environments &environments, DocumentId agent, QObject *parent)
    : QObject(parent), m_environments(environments), m_agent(agent), m_scope(agent.isNull() ? Scope::Everything : Scope::Agent)
{
    if (!environments.may(Environment::Production)) m_environment = Environment::Staging;
    look();
}

void PublishViewModel::setEnvironment(Environment environment)
{
    if (std::exchange(m_environment, environment) != environment) look();
}

void PublishViewModel::setScope(Scope scope)
{
    if (m_agent.isNull()) scope = Scope::Everything;
    if (std::exchange(m_scope, scope) != scope) look();
}

void PublishViewModel::setRelease(const Release &release)
{
    m_release = release;
    m_scope = Scope::Everything;
    look();
}

const Release *PublishViewModel::publishedNow() const
{
    const EnvironmentStanding *standing = m_environments.of(m_environment);
    return standing && standing->release ? &*standing->release : nullptr;
}

void PublishViewModel::fail(const Error &error)
{
    m_error = error;
    m_state = State::Failed;
    emit changed();
}

void PublishViewModel::look()
{
    m_state = State::Loading;
    m_error.reset();
    const int serial = ++m_serial;
    const QList<DocumentId> take = m_scope == Scope::Agent ? QList<DocumentId>{m_agent} : QList<DocumentId>();
    const auto plan = m_release ? m_environments.planRelease(m_environment, m_release->id()) : m_environments.plan(m_environment, take);
    whenDone(plan, this, [this, serial](const Result<PublishPlan> &plan) {
        if (serial != m_serial) return;
        if (!plan) return fail(plan.error());
        this->take(*plan);
    });
    emit changed();
}

void PublishViewModel::take(const PublishPlan &plan)
{
    m_plan = plan;
    m_blocks.clear();
    for (const PublishBlock &block : plan.blocks) {
        if (block.conflict) m_blocks.append({block.document, block.name, true, {}, {}});
        for (const Problem &problem : block.problems) m_blocks.append({block.document, block.name, false, problem, {}});
    }
    m_byDocument = QList<QList<Line>>(plan.changes.size());
    m_left = plan.changes.size();
    const int serial = m_serial;
    for (qsizetype i = 0; i < plan.changes.size(); ++i)
        whenDone(m_environments.contents(plan.changes.at(i)), this, [this, serial, i](const Result<QPair<QJsonObject, QJsonObject>> &both) {
            if (serial != m_serial) return;
            if (!both) return fail(both.error());
            takeContents(i, both->first, both->second);
        });
    if (m_left > 0) return;
    m_lines.clear();
    m_state = State::Ready;
    emit changed();
}

QList<ReleaseLine> releaseLines(const ReleaseChange &change, const QJsonObject &before, const QJsonObject &after)
{
    QList<ReleaseLine> lines;
    if (change.before.isEmpty() || change.after.isEmpty()) {
        AgentsHistoryViewModel::Line whole;
        whole.change.what = change.before.isEmpty() ? Change::What::Added : Change::What::Removed;
        whole.what = change.name;
        lines.append({change.document, change.name, whole, true});
    } else {
        for (const AgentsHistoryViewModel::Line &line : changeLines(before, after)) lines.append({change.document, change.name, line, false});
        // Only the places of nodes moved: still another revision.
        if (lines.isEmpty()) lines.append({change.document, change.name, {{}, {}, change.name, {}}, true});
    }
    return lines;
}

void PublishViewModel::takeContents(qsizetype index, const QJsonObject &before, const QJsonObject &after)
{
    const ReleaseChange &change = m_plan.changes.at(index);
    for (Block &block : m_blocks)
        if (block.agent == change.document) block.content = after;
    m_byDocument[index] = releaseLines(change, before, after);
    if (--m_left > 0) return;
    m_lines.clear();
    for (const QList<Line> &each : std::as_const(m_byDocument)) m_lines += each;
    m_state = State::Ready;
    emit changed();
}

void PublishViewModel::publish(const QString &message, UtcMs at)
{
    if (!canPublish()) return;
    m_state = State::Publishing;
    emit changed();
    whenDone(m_environments.publish(m_plan, message, at), this, [this, at](const Result<EnvironmentState> &moved) {
        if (!moved) return fail(moved.error());
        const QString made = at.value > 0 ? moved->scheduledRelease : moved->release;
        int number = 0;
        for (const Release &release : m_environments.releases()) number = std::max(number, release.id() == made ? release.number : 0);
        // The list is read anew; the newest of before is one less.
        if (number == 0) number = (m_environments.releases().isEmpty() ? 0 : m_environments.releases().first().number) + 1;
        m_state = State::Ready;
        emit changed();
        emit published(number, at.value > 0);
    });
}

} // namespace vox
