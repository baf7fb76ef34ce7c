#include "app/api/json_text.h"

namespace vox {

QByteArray jsonText(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (quint8(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            out += "\\u00";
            out += digits[quint8(c) >> 4];
            out += digits[c & 0x0F];
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

} // namespace vox
