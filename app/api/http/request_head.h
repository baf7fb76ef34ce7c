#pragma once
#include "app/api/route.h"
#include <QByteArray>
#include <QMap>
#include <optional>

namespace vox {

// What is known of a request before its body: checked more strictly than HTTP asks, so that no proxy in front can see
// another request in the same bytes. A value.
struct RequestHead {
    QByteArray verb;                      // "GET", "HEAD", "OPTIONS" …
    std::optional<Method> method;         // what routes know; HEAD is Get; none: no route can have it
    QByteArray target;                    // origin form: "/path?query"
    QMap<QByteArray, QByteArray> headers; // names in lower case; repeated ones joined by ", "
    std::optional<qint64> contentLength;
    bool chunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool wantsWebSocket = false;

    bool hasBody() const { return chunked || contentLength.value_or(0) > 0; }
    bool isHead() const { return verb == "HEAD"; }
};

} // namespace vox
