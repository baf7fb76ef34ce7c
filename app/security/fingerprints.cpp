#include "app/security/fingerprints.h"
#include <QSet>
#include <sodium.h>

namespace vox {

namespace {

// Rabin and Karp, modulo 2^64: a hit is only a reason to look closely.
quint64 rolled(quint64 hash, char byte, quint64 base) { return hash * base + quint8(byte) + 1; }

} // namespace

Fingerprints::Fingerprints() : m_key(crypto_generichash_KEYBYTES, '\0')
{
    randombytes_buf(m_key.data(), size_t(m_key.size()));
    randombytes_buf(&m_base, sizeof m_base);
    m_base |= 1;
}

QByteArray Fingerprints::digestOf(QByteArrayView value) const
{
    QByteArray out(crypto_generichash_BYTES, '\0');
    const auto bytes = [](const auto &from) { return reinterpret_cast<const unsigned char *>(from.data()); };
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), size_t(out.size()), bytes(value), size_t(value.size()), bytes(m_key),
                       size_t(m_key.size()));
    return out;
}

std::optional<Fingerprints::Print> Fingerprints::of(const QString &name, QByteArrayView value) const
{
    if (value.size() < shortest) return std::nullopt;
    Print print{name, value.size(), 0, digestOf(value)};
    for (const char byte : value) print.rolling = rolled(print.rolling, byte, m_base);
    return print;
}

std::optional<QString> Fingerprints::find(const QList<Print> &prints, QByteArrayView text) const
{
    QSet<qsizetype> lengths;
    for (const Print &print : prints) lengths.insert(print.length);
    for (const qsizetype length : std::as_const(lengths)) {
        if (text.size() < length) continue;
        quint64 leaving = 1; // base^(length - 1): the weight of the oldest byte
        for (qsizetype i = 1; i < length; ++i) leaving *= m_base;
        quint64 hash = 0;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (at >= length) hash -= (quint64(quint8(text[at - length])) + 1) * leaving;
            hash = rolled(hash, text[at], m_base);
            if (at + 1 < length) continue;
            for (const Print &print : prints)
                if (print.length == length && print.rolling == hash && print.digest == digestOf(text.sliced(at + 1 - length, length))) return print.name;
        }
    }
    return std::nullopt;
}

} // namespace vox
