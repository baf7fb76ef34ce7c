#include "app/host/tool_request.h"

namespace vox {

ToolRequest toolRequestOf(const CallTool &call, const QString &conversation)
{
    ToolRequest request;
    request.name = call.name;
    request.method = call.method.toLatin1();
    request.url = QUrl(call.url);
    for (const auto &[name, value] : call.headers) request.headers.append({name.toUtf8(), value.toUtf8()});
    request.body = call.body;
    request.timeoutMs = int(call.timeoutMs);
    if (call.changesOutside) request.idempotencyKey = (conversation + u'/' + call.receipt).toUtf8();
    return request;
}

} // namespace vox
