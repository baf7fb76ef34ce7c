#pragma once
#include "app/api/route.h"

namespace vox {

// The HTTP status a failure has. Every code has one; 500 for what a client cannot help.
int statusOf(Error::Code code);

// application/problem+json (RFC 9457): {type, title, detail, status, args, request_id} and, where contents were checked,
// problems: [{path, severity, type, title, args, node}].
ApiAnswer problemAnswer(const Error &error, const QString &requestId, const QString &language, const Problems &problems = {});

// "ru" or "en": which of them an Accept-Language header prefers.
QString preferredLanguage(const QByteArray &acceptLanguage);

} // namespace vox
