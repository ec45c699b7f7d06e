package kongo.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.session.ProgrammaticArguments;
import com.datastax.oss.driver.internal.core.context.DefaultDriverContext;
import com.datastax.oss.driver.internal.core.context.DefaultNettyOptions;
import com.datastax.oss.driver.internal.core.context.NettyOptions;
import com.typesafe.config.Config;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.stream.connectors.cassandra.CqlSessionProvider;
import org.apache.pekko.stream.connectors.cassandra.DriverConfigLoaderFromConfig;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * Opens the sessions of the journal. Between the decision to persist and the socket lie queues in which a write sleeps
 * while the process is frozen; so the last thing before bytes leave is to ask whether this process may still write.
 */
public final class GuardedSessions implements CqlSessionProvider {

  // The plugin creates its session providers by class name; the process has one guard.
  private static volatile Runnable guard = () -> {};

  private final Config config;

  /**
   * @param system required by the plugin
   * @param config of the plugin
   */
  public GuardedSessions(ActorSystem system, Config config) {
    this.config = CqlSessionProvider.driverConfig(system, config);
  }

  /** @param check does not return when this process may not write any more */
  public static void guardedBy(Runnable check) {
    guard = check;
  }

  @Override
  public Future<CqlSession> connect(ExecutionContext executor) {
    return FutureConverters.asScala(
        new Builder().withConfigLoader(DriverConfigLoaderFromConfig.fromConfig(config)).buildAsync());
  }

  private static final class Builder extends CqlSessionBuilder {
    @Override
    protected DriverContext buildContext(DriverConfigLoader config, ProgrammaticArguments arguments) {
      return new DefaultDriverContext(config, arguments) {
        @Override
        protected NettyOptions buildNettyOptions() {
          return new GuardedChannels(this);
        }
      };
    }
  }

  private static final class GuardedChannels extends DefaultNettyOptions {
    GuardedChannels(DefaultDriverContext context) {
      super(context);
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
      super.afterChannelInitialized(channel);
      channel.pipeline().addFirst("kongo-guard", new Gate());
    }
  }

  /** Next to the socket. */
  private static final class Gate extends ChannelOutboundHandlerAdapter {
    @Override
    public void flush(ChannelHandlerContext context) throws Exception {
      guard.run();
      super.flush(context);
    }
  }
}
