package kongo.goods;

import java.util.Optional;
import kongo.registry.Timeline;
import kongo.rules.BuiltIn;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/**
 * Of the books of a cluster what concerns Goods, by event time. Immutable.
 *
 * @param version of the history that says so
 * @param articles what is in force when; there is always one
 */
public record GoodsLaw(long version, Timeline<Article> articles) {

  /**
   * What one book says of Goods.
   *
   * @param settleMillis for so long after a LOAD a RECEIVE where it was means nothing
   * @param builtIn how bad it is to break what needs no rule
   */
  public record Article(long settleMillis, BuiltIn builtIn) {}

  public static GoodsLaw of(RuleHistory history) {
    Timeline<Article> articles = Timeline.none();
    for (RuleHistory.Sent sent : history.sent()) {
      articles = articles.from(sent.from(), Optional.of(article(sent.book())));
    }
    return new GoodsLaw(history.version(), articles);
  }

  /** Of a book that holds since ever, with which the nodes were configured. */
  public static GoodsLaw of(RuleBook configured) {
    return of(RuleHistory.of(configured));
  }

  /** Of a book that says nothing but this. */
  static GoodsLaw settling(long millis) {
    return new GoodsLaw(RuleHistory.CONFIGURED, Timeline.always(new Article(millis, BuiltIn.DEFAULT)));
  }

  private static Article article(RuleBook book) {
    return new Article(book.settleMillis(), book.builtIn());
  }

  /** What is in force then. */
  Article at(long time) {
    return articles.at(time).orElseThrow();
  }

  /** Whether it says the same of every moment as another one. */
  public boolean isLike(GoodsLaw other) {
    return articles.equals(other.articles);
  }
}
