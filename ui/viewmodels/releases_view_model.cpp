#include "ui/viewmodels/releases_view_model.h"
#include "app/workspace/when_done.h"

namespace vox {

ReleasesViewModel::ReleasesViewModel(Environments &environments, QObject *parent) : QObject(parent), m_environments(environments)
{
    connect(&environments, &Environments::changed, this, &ReleasesViewModel::look);
    look();
}

// What was chosen stays chosen while it is there; at first the newest against the one before it.
void ReleasesViewModel::look()
{
    QStringList ids;
    for (const Release &release : releases()) ids.append(release.id());
    if (ids == m_ids) return emit releasesChanged(); // perhaps one was published elsewhere
    const QString older = m_ids.value(m_older), newer = m_ids.value(m_newer);
    m_ids = ids;
    m_older = m_newer = -1;
    emit releasesChanged();
    if (ids.size() < 2) {
        m_state = State::Ready;
        m_lines.clear();
        return emit compared();
    }
    const qsizetype a = ids.indexOf(older), b = ids.indexOf(newer);
    if (a >= 0 && b >= 0) compare(int(a), int(b));
    else compare(1, 0);
}

QList<Environment> ReleasesViewModel::in(int release) const
{
    QList<Environment> out;
    for (const EnvironmentStanding &standing : m_environments.standing())
        if (standing.release && standing.release->number == releases().at(release).number) out.append(standing.state.environment);
    return out;
}

void ReleasesViewModel::compare(int a, int b)
{
    if (a == b || std::min(a, b) < 0 || std::max(a, b) >= m_ids.size()) return;
    if (std::max(a, b) == m_older && std::min(a, b) == m_newer && m_state != State::Failed) return;
    m_older = std::max(a, b);
    m_newer = std::min(a, b);
    m_state = State::Loading;
    m_error.reset();
    const int serial = ++m_serial; // an answer that comes late belongs to an older choice
    whenDone(m_environments.compare(m_ids.at(m_older), m_ids.at(m_newer)), this, [this, serial](const Result<QList<ReleaseChange>> &changes) {
        if (serial != m_serial) return;
        if (!changes) return fail(changes.error());
        load(*changes);
    });
}

void ReleasesViewModel::load(const QList<ReleaseChange> &changes)
{
    const auto ready = [this] {
        m_lines.clear();
        for (const QList<ReleaseLine> &each : std::as_const(m_byAgent)) m_lines += each;
        m_state = State::Ready;
        emit compared();
    };
    m_agents = int(changes.size());
    m_byAgent = QList<QList<ReleaseLine>>(changes.size());
    m_left = changes.size();
    const int serial = m_serial;
    for (qsizetype i = 0; i < changes.size(); ++i)
        whenDone(m_environments.contents(changes.at(i)), this, [this, serial, i, ready, change = changes.at(i)](const Result<QPair<QJsonObject, QJsonObject>> &both) {
            if (serial != m_serial || m_state == State::Failed) return;
            if (!both) return fail(both.error());
            m_byAgent[i] = releaseLines(change, both->first, both->second);
            if (--m_left == 0) ready();
        });
    if (m_left == 0) ready();
}

void ReleasesViewModel::fail(const Error &error)
{
    m_error = error;
    m_state = State::Failed;
    m_lines.clear();
    emit compared();
}

} // namespace vox
