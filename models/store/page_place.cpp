#include "models/store/page_place.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace vox {

using namespace Qt::StringLiterals;

QString foldedName(const QString &name)
{
    QString folded = name.toCaseFolded();
    return folded.replace(u'ё', u'е');
}

PagePlace PagePlace::beginning(DocumentStore::Sort sort)
{
    if (sort == DocumentStore::Sort::Name) return {};
    return {{}, std::numeric_limits<qint64>::max(), u"ffffffff-ffff-ffff-ffff-ffffffffffff"_s};
}

Result<PagePlace> PagePlace::of(const DocumentStore::Query &query)
{
    if (query.limit < 1 || query.limit > 200) return Error(Error::Code::OutOfRange, {u"limit"_s, u"1..200"_s});
    if (query.after.isEmpty()) return beginning(query.sort);
    const QByteArray json = QByteArray::fromBase64(query.after.toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonArray parts = QJsonDocument::fromJson(json).array();
    const bool named = parts.at(0).isString();
    if (parts.size() != 2 || named != (query.sort == DocumentStore::Sort::Name) || !DocumentId::parse(parts.at(1).toString()))
        return Error(Error::Code::BadValue, {u"after"_s, query.after.left(80)});
    PagePlace place;
    place.folded = parts.at(0).toString().remove(QChar(0));
    place.changed = parts.at(0).toInteger();
    place.id = DocumentId::parse(parts.at(1).toString())->text();
    return place;
}

PagePlace PagePlace::after(const DocumentRow &row) { return {foldedName(row.name), row.changed.value, row.id.text()}; }

QString PagePlace::text(DocumentStore::Sort sort) const
{
    const QJsonArray parts{sort == DocumentStore::Sort::Name ? QJsonValue(folded) : QJsonValue(changed), id};
    return QString::fromLatin1(QJsonDocument(parts).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace vox
