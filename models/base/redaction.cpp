#include "models/base/redaction.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <algorithm>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// As it stands between quotation marks.
QString asJson(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // ["…"]
    return QString::fromUtf8(list.sliced(2, list.size() - 4));
}

QString withoutPadding(const QByteArray &base64)
{
    qsizetype size = base64.size();
    while (size > 0 && base64[size - 1] == '=') --size;
    return QString::fromLatin1(base64.first(size));
}

} // namespace

void Redaction::addForm(const QString &form, const QString &instead)
{
    const auto same = [&](const Form &known) { return known.shown == form; };
    if (std::any_of(m_forms.cbegin(), m_forms.cend(), same)) return;
    const auto shorter = [&](const Form &known) { return known.shown.size() < form.size(); };
    m_forms.insert(std::find_if(m_forms.cbegin(), m_forms.cend(), shorter), {form, instead});
}

void Redaction::add(const QString &name, const QByteArray &value)
{
    const QByteArray bare = value.trimmed();
    if (bare.size() < shortest) return;
    const QString text = QString::fromUtf8(bare), instead = u"[secret %1]"_s.arg(name);
    addForm(text, instead);
    addForm(asJson(text), instead);
    addForm(asJson(asJson(text)), instead); // an answer's body is JSON inside an event's JSON
    addForm(QString::fromLatin1(QUrl::toPercentEncoding(text)), instead);
    addForm(withoutPadding(bare.toBase64()), instead);
    addForm(withoutPadding(bare.toBase64(QByteArray::Base64UrlEncoding)), instead);
    addForm(QString::fromLatin1(bare.toHex()), instead);
    if (const qsizetype space = bare.lastIndexOf(' '); space > 0) add(name, bare.sliced(space + 1));
}

QString Redaction::text(const QString &text) const
{
    if (text.size() < shortest) return text;
    QString out = text;
    for (const Form &form : m_forms) out.replace(form.shown, form.instead, Qt::CaseInsensitive);
    for (const Form &form : m_forms)
        for (qsizetype size = std::min(form.shown.size() - 1, out.size()); size >= shortest; --size)
            if (out.endsWith(QStringView(form.shown).first(size), Qt::CaseInsensitive)) return out.chopped(size) + form.instead;
    return out;
}

QJsonValue Redaction::json(const QJsonValue &json) const
{
    if (m_forms.isEmpty()) return json;
    if (json.isString()) return text(json.toString());
    if (json.isDouble()) {
        const double number = json.toDouble();
        const bool whole = std::floor(number) == number && std::abs(number) < 9e15;
        const QString written = whole ? QString::number(qint64(number)) : QString::number(number, 'g', 17);
        const QString left = text(written);
        return left == written ? json : QJsonValue(left);
    }
    if (json.isArray()) {
        QJsonArray out;
        for (const QJsonValue &item : json.toArray()) out.append(this->json(item));
        return out;
    }
    if (json.isObject()) {
        QJsonObject out;
        const QJsonObject in = json.toObject();
        for (auto it = in.begin(); it != in.end(); ++it) out.insert(text(it.key()), this->json(it.value()));
        return out;
    }
    return json;
}

} // namespace vox
