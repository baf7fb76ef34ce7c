#pragma once
#include "models/base/result.h"
#include <QString>

namespace vox {

// A telephone number in E.164 form. One that exists is valid; "none" is std::optional.
class PhoneNumber {
public:
    // "+7 (916) 123-45-67", "007…" with 00 for +; a country code is needed. Error{BadValue, {"phone", text}}.
    static Result<PhoneNumber> parse(QStringView text);
    QString e164() const { return m_number; }
    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    explicit PhoneNumber(QString number) : m_number(std::move(number)) {}
    QString m_number; // "+79161234567"
};

} // namespace vox
