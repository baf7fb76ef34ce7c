#include "models/sync/replica_proof.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

void ReplicaProof::add(const ReplicaItem &item)
{
    if (const auto *revision = std::get_if<RevisionItem>(&item)) {
        m_revisions.insert(revision->header.id(), {revision->content.has_value(), revision->header.author == "merge"_L1});
        for (const RevisionId &parent : revision->header.parents) m_parents.insert(parent);
    } else if (const auto *release = std::get_if<ReleaseItem>(&item)) {
        m_releases.insert(release->release.id());
    } else if (const auto *environment = std::get_if<EnvironmentItem>(&item)) {
        m_environments.insert(environment->state.environment, environment->state.release);
    }
}

QStringList ReplicaProof::heads() const
{
    QStringList out;
    for (auto it = m_revisions.cbegin(); it != m_revisions.cend(); ++it)
        if (!m_parents.contains(it.key())) out.append(it.key());
    out.sort();
    return out;
}

Result<void> ReplicaProof::isWhole(const ReplicaProof &other) const
{
    const auto missing = [](const QString &what, const QString &which) { return Error(Error::Code::NotFound, {what, which}); };
    for (auto it = other.m_revisions.cbegin(); it != other.m_revisions.cend(); ++it) {
        const auto here = m_revisions.constFind(it.key());
        if (here == m_revisions.cend()) return missing(u"revision"_s, it.key());
        if (it->content && !here->content) return missing(u"content"_s, it.key());
    }
    for (const QString &release : other.m_releases)
        if (!m_releases.contains(release)) return missing(u"release"_s, release);
    for (auto it = other.m_environments.cbegin(); it != other.m_environments.cend(); ++it)
        if (m_environments.value(it.key()) != it.value()) return missing(u"environment"_s, enumName(it.key()));
    if (m_revisions.size() == other.m_revisions.size() && heads() == other.heads()) return {};
    for (auto it = m_revisions.cbegin(); it != m_revisions.cend(); ++it)
        if (!it->merge && !other.m_revisions.contains(it.key())) return Error(Error::Code::Conflict, {u"revision"_s, it.key()});
    return {};
}

bool ReplicaProof::isPartOf(const ReplicaProof &other) const
{
    return std::all_of(m_releases.cbegin(), m_releases.cend(), [&](const QString &id) { return other.m_releases.contains(id); })
        && std::all_of(m_revisions.keyBegin(), m_revisions.keyEnd(),
                       [&](const RevisionId &id) { return other.m_revisions.contains(id) || m_revisions.value(id).merge; });
}

} // namespace vox
