#include "models/base/phone_number.h"

namespace vox {

using namespace Qt::StringLiterals;

Result<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    const Error bad(Error::Code::BadValue, {u"phone"_s, text.left(40).toString()});
    QString digits;
    bool plus = false;
    for (const QChar c : text.trimmed()) {
        if (c >= u'0' && c <= u'9') digits += c;
        else if (c == u'+' && digits.isEmpty() && !plus) plus = true;
        else if (c != u' ' && c != u'-' && c != u'(' && c != u')' && c != u'.' && c != u'\u00a0') return bad;
        if (digits.size() > 17) return bad;
    }
    if (!plus && digits.startsWith("00"_L1)) {
        digits.remove(0, 2);
        plus = true;
    }
    // E.164: at most 15 digits, no country code begins with 0; shorter than 8 is no subscriber anywhere.
    if (!plus || digits.size() < 8 || digits.size() > 15 || digits.startsWith(u'0')) return bad;
    return PhoneNumber(u'+' + digits);
}

} // namespace vox
