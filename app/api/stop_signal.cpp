#include <utility>

#include "app/api/stop_signal.h"
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

namespace vox {

struct StopSignal::Private {
    boost::asio::io_context context;
    boost::asio::signal_set asked{context, SIGINT, SIGTERM};
#ifdef SIGHUP
    boost::asio::signal_set again{context, SIGHUP};

    void hear(const std::function<void()> &refresh)
    {
        again.async_wait([this, &refresh](const boost::system::error_code &failed, int) {
            if (failed) return;
            if (refresh) refresh();
            hear(refresh);
        });
    }
#endif
};

StopSignal::StopSignal() : d(std::make_unique<Private>())
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a client that goes away is an error of its connection
#endif
    d->asked.async_wait([this](const boost::system::error_code &, int) { d->context.stop(); });
}

StopSignal::~StopSignal() = default;

void StopSignal::wait([[maybe_unused]] const std::function<void()> &refresh)
{
#ifdef SIGHUP
    d->hear(refresh);
#endif
    d->context.run();
}

} // namespace vox
