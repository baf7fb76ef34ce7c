#pragma once
#include "app/providers/yandex/call_streams.h"

namespace vox {

// Over grpc++; its own threads call back.
std::unique_ptr<CallStreams> makeGrpcStreams();

} // namespace vox
