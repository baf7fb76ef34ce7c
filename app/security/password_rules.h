#pragma once
#include "models/base/result.h"
#include <QString>

namespace vox {

constexpr int kShortestPassword = 12;  // characters
constexpr int kLongestPassword = 1000; // more would only cost time

// What a new password must be (NIST 800-63B): long enough, not one that many use, and not made of the person's name or
// e-mail. No rules about kinds of characters: they make passwords worse. PasswordTooShort, PasswordTooCommon,
// PasswordLikeEmail, TooLarge.
Result<void> checkPassword(const QString &password, const QString &email, const QString &name);

} // namespace vox
