package kongo.host.settings;

import com.typesafe.config.Config;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Refuses a cluster port that strangers could reach: whoever reaches it may send messages to any actor. It listens on
 * loopback, or asks both sides for a certificate, or the operator vouches for the network.
 */
final class ClusterPort {

  private static final String MUTUAL = "pekko.remote.artery.ssl.config-ssl-engine.require-mutual-authentication";
  private static final String ENGINE = "pekko.remote.artery.ssl.ssl-engine-provider";
  private static final String CONFIGURED_ENGINE = "org.apache.pekko.remote.artery.tcp.ConfigSSLEngineProvider";

  private ClusterPort() {}

  static void check(SettingReader reader, Config config, ClusterSettings cluster) {
    String bindHost = config.getString("kongo.cluster.bind-host");
    String address = bindHost.isBlank() ? cluster.host() : bindHost;
    if (!cluster.trustedNetwork() && !isLoopback(address) && !asksForCertificates(config)) {
      reader.refuse(
          bindHost.isBlank() ? "cluster.host" : "cluster.bind-host",
          "a loopback address, unless pekko.remote.artery.transport is tls-tcp with certificates of both sides, or"
              + " kongo.cluster.trusted-network is on where nobody else can reach the port (docs/security.md)",
          address);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return Arrays.stream(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean asksForCertificates(Config config) {
    boolean mutual = !CONFIGURED_ENGINE.equals(config.getString(ENGINE)) || config.getBoolean(MUTUAL);
    return "tls-tcp".equals(config.getString("pekko.remote.artery.transport")) && mutual;
  }
}
