#include <utility>

#include "app/api/stop_signal.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

namespace vox {

struct StopSignal::Private {
    boost::asio::io_context context;
    boost::asio::signal_set asked{context, SIGINT, SIGTERM};
};

StopSignal::StopSignal() : d(std::make_unique<Private>())
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a client that goes away is an error of its connection
#endif
    d->asked.async_wait([](const boost::system::error_code &, int) {});
}

StopSignal::~StopSignal() = default;

void StopSignal::wait() { d->context.run(); }

} // namespace vox
