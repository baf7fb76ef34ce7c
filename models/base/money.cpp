#include "models/base/money.h"
#include <QStringList>

namespace vox {

using namespace Qt::StringLiterals;

int minorDigits(const QString &currency)
{
    static const QStringList none{u"JPY"_s, u"KRW"_s, u"VND"_s, u"CLP"_s, u"ISK"_s, u"UGX"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
    static const QStringList three{u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    if (none.contains(currency)) return 0;
    return three.contains(currency) ? 3 : 2;
}

QString Money::amountText() const
{
    const int digits = minorDigits(currency);
    QString text = QString::number(minor < 0 ? -minor : minor).rightJustified(digits + 1, u'0');
    if (digits > 0) text.insert(text.size() - digits, u'.');
    return minor < 0 ? u'-' + text : text;
}

std::optional<Money> Money::parse(QStringView amount, const QString &currency)
{
    const int digits = minorDigits(currency);
    const bool negative = amount.startsWith(u'-');
    if (negative) amount = amount.sliced(1);
    const qsizetype dot = amount.indexOf(u'.');
    const QStringView whole = dot < 0 ? amount : amount.first(dot);
    const QStringView part = dot < 0 ? QStringView() : amount.sliced(dot + 1);
    if (whole.isEmpty() || whole.size() > 15 || part.size() > digits || (dot >= 0 && part.isEmpty())) return std::nullopt;
    qint64 minor = 0;
    for (const QStringView piece : {whole, part})
        for (const QChar c : piece) {
            if (c < u'0' || c > u'9') return std::nullopt;
            minor = minor * 10 + (c.unicode() - u'0');
        }
    for (qsizetype i = part.size(); i < digits; ++i) minor *= 10;
    return Money{negative ? -minor : minor, currency};
}

} // namespace vox
