#include "app/providers/yandex/call_streams.h"
#include "app/providers/yandex/grpc_streams.h"
#include "vox_build.h"

namespace vox {

std::unique_ptr<CallStreams> CallStreams::make()
{
    if constexpr (build::withGrpc) return makeGrpcStreams();
    else return nullptr;
}

} // namespace vox
