#pragma once
#include "models/base/time.h"
#include <QHashFunctions>
#include <QString>
#include <QUuid>
#include <array>
#include <optional>

namespace vox {

// Sixteen random bytes are a parameter, so that models stay deterministic: tests and simulations pass their own.
using RandomBytes = std::array<quint8, 10>;

// A UUIDv7 (RFC 9562): 48 bits of UTC milliseconds, then random. Never made from a clock of its own.
QUuid makeUuidV7(UtcMs at, const RandomBytes &random);
// Ten bytes from the system's generator.
RandomBytes systemRandom();

// An identity of one kind of thing; Tag keeps a node's id from being passed as a document's. Text form: lower case with
// dashes. A default-made Id is null and means "none yet".
template <typename Tag> class Id {
public:
    Id() = default;
    explicit Id(QUuid uuid) : m_uuid(uuid) {}
    static Id make(UtcMs at, const RandomBytes &random = systemRandom()) { return Id(makeUuidV7(at, random)); }
    static std::optional<Id> parse(QStringView text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull()) return std::nullopt;
        return Id(uuid);
    }

    bool isNull() const { return m_uuid.isNull(); }
    QString text() const { return m_uuid.toString(QUuid::WithoutBraces); }
    QUuid uuid() const { return m_uuid; }
    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using DocumentId = Id<struct DocumentTag>;
using ConversationId = Id<struct ConversationTag>;
using PersonId = Id<struct PersonTag>;
using WorkspaceId = Id<struct WorkspaceTag>;
// Node and edge ids live inside flow JSON and may come from other people's files: any non-empty text up to 64
// characters is accepted there, ours are UUIDv7.
using NodeId = QString;
using EdgeId = QString;

} // namespace vox
