#!/bin/sh
# Run as root: installs Debian packages without starting anything.
#
# Debian starts a server as soon as it is installed. The project runs a broker of its own, so the machine's stays off:
# not started now, and not at the next boot. A broker that was installed before is not touched; this is not called then.
set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
# An old list of packages may do as well, so a failure here is told by the next step if it matters.
apt-get update -qq || true
apt-get install -y -qq --no-install-recommends "$@"
case " $* " in
*" rabbitmq-server "*)
    if [ -d /run/systemd/system ]; then
        systemctl disable --now rabbitmq-server
    elif command -v systemctl >/dev/null 2>&1; then
        systemctl disable rabbitmq-server
    else
        update-rc.d rabbitmq-server disable
    fi
    ;;
esac
