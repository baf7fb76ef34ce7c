#pragma once
#include "models/base/error.h"
#include <QByteArray>

namespace vox {

// What an answer of 400 and above says: the code a problem+json of a Voxdesk server names, else what its status means.
// `address` is what a message may show.
Error errorOfAnswer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &retryAfter, const QString &address);

// Whether the same request may well succeed a moment later.
bool isPassing(const Error &error);

} // namespace vox
