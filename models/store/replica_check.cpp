#include "models/store/replica_check.h"
#include "models/documents/canonical_json.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestExact = (qint64(1) << 53) - 1;

Error bad(const QString &what, const QString &value) { return Error(Error::Code::BadValue, {what, value.left(80)}); }

// Lower-case hex of 32 bytes.
bool isHash(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

bool isText(const QString &text, qsizetype limit) { return text.size() <= limit && !text.contains(QChar(0)) && text.isValidUtf16(); }

QString nameIn(const QJsonObject &content)
{
    const QString name = content.value("name"_L1).toString();
    return listName(name.isEmpty() ? content.value("title"_L1).toString() : name);
}

Result<void> checkRelease(const Release &release)
{
    if (release.number < 1 || release.documents.isEmpty()) return bad(u"release"_s, QString::number(release.number));
    if (!isText(release.author, 200) || !isText(release.message, 4000)) return bad(u"release"_s, release.author);
    if (release.created.value < 0 || release.created.value > largestExact) return bad(u"created_utc_ms"_s, QString::number(release.created.value));
    for (const RevisionId &revision : release.documents)
        if (!isHash(revision)) return bad(u"release"_s, revision);
    return {};
}

Result<void> checkEnvironment(const EnvironmentState &state)
{
    if (state.environment == Environment::Draft || state.generation < 0 || state.generation > largestExact)
        return bad(u"environment"_s, QString::number(state.generation));
    for (const QString &release : {state.release, state.previous, state.scheduledRelease})
        if (!release.isEmpty() && !isHash(release)) return bad(u"release"_s, release);
    if (!isText(state.changedBy, 200) || !isText(state.scheduledBy, 200)) return bad(u"environment"_s, state.changedBy);
    return {};
}

} // namespace

QString listName(const QString &name)
{
    QString out = name;
    out.remove(QChar(0));
    return out.left(200);
}

QString nameInContent(const QByteArray &content) { return nameIn(QJsonDocument::fromJson(content).object()); }

Result<void> checkHeader(const Revision &revision)
{
    if (revision.document.isNull()) return bad(u"document"_s, {});
    if (revision.kind.isEmpty() || !isText(revision.kind, 64)) return bad(u"kind"_s, revision.kind);
    if (revision.schema < 1) return bad(u"schema"_s, QString::number(revision.schema));
    if (!isText(revision.author, 200)) return bad(u"author"_s, revision.author);
    if (!isText(revision.message, 4000)) return bad(u"message"_s, revision.message);
    if (revision.created.value < 0 || revision.created.value > largestExact) return bad(u"created_utc_ms"_s, QString::number(revision.created.value));
    if (!isHash(revision.contentSha256)) return bad(u"content_sha256"_s, revision.contentSha256);
    if (revision.parents.size() > 1000) return bad(u"parents"_s, QString::number(revision.parents.size()));
    if (QSet<QString>(revision.parents.begin(), revision.parents.end()).size() != revision.parents.size())
        return bad(u"parents"_s, revision.parents.first());
    for (const RevisionId &parent : revision.parents)
        if (!isHash(parent)) return bad(u"parents"_s, parent);
    return {};
}

Result<void> checkRevision(const Revision &revision, const QByteArray &content)
{
    if (auto fine = checkHeader(revision); !fine) return fine;
    if (sha256Hex(content) != revision.contentSha256) return bad(u"content_sha256"_s, revision.contentSha256);
    return {};
}

Result<CheckedItems> checkItems(const QList<ReplicaItem> &items)
{
    CheckedItems out;
    QSet<RevisionId> seen;
    for (const ReplicaItem &item : items) {
        if (const auto *revision = std::get_if<RevisionItem>(&item)) {
            const Revision &header = revision->header;
            auto fine = revision->content ? checkRevision(header, *revision->content) : checkHeader(header);
            if (!fine) return fine.error();
            CheckedRevision checked{header.id(), header, revision->content, {}};
            if (seen.contains(checked.id)) continue;
            seen.insert(checked.id);
            if (revision->content && !header.isTombstone()) {
                const auto json = QJsonDocument::fromJson(*revision->content);
                if (!json.isObject()) return bad(u"content"_s, checked.id);
                checked.name = nameIn(json.object());
            }
            out.revisions.append(std::move(checked));
        } else if (const auto *erasure = std::get_if<ErasureItem>(&item)) {
            if (!isHash(erasure->contentSha256) || erasure->contentSha256 == sha256Hex(tombstoneContent()))
                return bad(u"content_sha256"_s, erasure->contentSha256);
            out.erasures.append(erasure->contentSha256);
        } else if (const auto *release = std::get_if<ReleaseItem>(&item)) {
            if (auto fine = checkRelease(release->release); !fine) return fine.error();
            out.releases.append(release->release);
        } else if (const auto *environment = std::get_if<EnvironmentItem>(&item)) {
            if (auto fine = checkEnvironment(environment->state); !fine) return fine.error();
            out.environments.append(environment->state);
        }
    }
    return out;
}

} // namespace vox
