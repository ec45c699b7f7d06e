package kongo.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;

/**
 * The violations of one condition, and the incidents that they are. What it costs to change one grows with the incidents
 * that change, and with the logarithm of all violations. Only where incidents grow together or fall apart all Goods are
 * looked through of those parts that are not the largest.
 */
final class Together {

  private final Condition condition;
  private final Map<Long, GoodsCount> goodsByFrom = new HashMap<>();
  private LongUnaryOperator merge;
  private MemberTree members = MemberTree.EMPTY;
  private long added;

  /** @param merge of the rule, in milliseconds, by the time at which a violation begins */
  Together(Condition condition, LongUnaryOperator merge) {
    this.condition = condition;
    this.merge = merge;
  }

  List<Incident> all() {
    return incidents(within(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  boolean isEmpty() {
    return members.size() == 0;
  }

  /** The violation that the worst value of an incident is of; the first one where none has any. */
  Violation worst(Incident incident) {
    Gathered found = incidentFrom(members.since(incident.from()));
    return found.worst().orElse(found.first()).violation();
  }

  /** A violation is added, changed or removed; one of the two is there. */
  List<IncidentChange> replace(Optional<Violation> before, Optional<Violation> now) {
    List<Member> changing = Stream.of(before, now).flatMap(Optional::stream).map(this::member).toList();
    long from = begin(changing.stream().mapToLong(Member::from).min().orElseThrow());
    long upTo = changing.stream().mapToLong(Member::reach).max().orElseThrow();
    List<Gathered> were = within(from, upTo);
    List<Incident> told = incidents(were);
    before.map(this::member).ifPresent(member -> remove(member, were));
    MemberTree others = members;
    now.map(this::member).ifPresent(member -> members = members.with(member, added++));
    List<Gathered> are = within(from, upTo);
    if (!begins(were).equals(begins(are))) {
      divideGoods(were, are, others);
    }
    now.map(this::member).ifPresent(member -> goodsOf(holder(member, are)).add(member.violation()));
    return changes(were, told, are);
  }

  /** From now on what is close is so by another {@code merge}. */
  List<IncidentChange> mergedBy(LongUnaryOperator other) {
    List<Gathered> were = within(Long.MIN_VALUE, Long.MAX_VALUE);
    List<Incident> told = incidents(were);
    List<Violation> violations = new ArrayList<>();
    members.forEach(member -> violations.add(member.violation()));
    merge = other;
    members = MemberTree.EMPTY;
    violations.forEach(violation -> members = members.with(member(violation), added++));
    List<Gathered> are = within(Long.MIN_VALUE, Long.MAX_VALUE);
    goodsByFrom.clear();
    are.forEach(group -> members.within(group.first(), group.last()).forEach(member -> goodsOf(group).add(member.violation())));
    return changes(were, told, are);
  }

  /** Drops the incidents that reach nothing that begins at a time or later, and answers their violations. */
  List<Violation> forget(long before) {
    List<Violation> forgotten = new ArrayList<>();
    while (members.size() > 0 && incidentFrom(members).reach() < before) {
      Gathered first = incidentFrom(members);
      goodsByFrom.remove(first.from());
      members.within(first.first(), first.last()).forEach(member -> forgotten.add(member.violation()));
      members = members.since(first.last().from() + 1);
    }
    return forgotten;
  }

  private Member member(Violation violation) {
    return Member.of(violation, merge.applyAsLong(violation.from()));
  }

  private void remove(Member member, List<Gathered> were) {
    members = members.without(member);
    goodsOf(holder(member, were)).remove(member.violation());
  }

  private static Gathered holder(Member member, List<Gathered> groups) {
    return groups.stream().filter(group -> group.holds(member)).findFirst().orElseThrow();
  }

  private GoodsCount goodsOf(Gathered group) {
    return goodsByFrom.computeIfAbsent(group.from(), begin -> new GoodsCount());
  }

  /** When the last incident begins that begins up to then; what begins then may be of it. */
  private long begin(long time) {
    return members.upTo(time).gathered().map(Gathered::lastBegin).orElse(time);
  }

  /** Those that begin then or later and up to a time. */
  private List<Gathered> within(long from, long upTo) {
    List<Gathered> found = new ArrayList<>();
    MemberTree rest = members.since(from);
    while (rest.size() > 0 && rest.gathered().orElseThrow().from() <= upTo) {
      Gathered next = incidentFrom(rest);
      found.add(next);
      rest = next.reach() == Member.ENDLESS ? MemberTree.EMPTY : rest.since(next.reach() + 1);
    }
    return found;
  }

  /** The one that begins with the first of these. */
  private static Gathered incidentFrom(MemberTree rest) {
    Gathered all = rest.gathered().orElseThrow();
    return rest.firstBeyond(all.from()).map(next -> rest.upTo(next.from() - 1).gathered().orElseThrow()).orElse(all);
  }

  /** Where these are the same, nothing went from one incident to another. */
  private static List<Long> begins(List<Gathered> groups) {
    return groups.stream().map(Gathered::from).toList();
  }

  /** What of an incident another one has now. */
  private record Share(Gathered heir, MemberTree members) {}

  /** @param others what is neither new nor gone */
  private void divideGoods(List<Gathered> were, List<Gathered> are, MemberTree others) {
    Map<Long, GoodsCount> divided = new HashMap<>();
    for (Gathered old : were) {
      GoodsCount rest = goodsByFrom.remove(old.from());
      List<Share> shares = are.stream()
          .map(heir -> new Share(heir, common(others, old, heir)))
          .filter(share -> share.members.size() > 0)
          .sorted(Comparator.comparingInt(share -> share.members.size()))
          .toList();
      for (int i = 0; i < shares.size(); i++) {
        boolean isLargest = i == shares.size() - 1;
        GoodsCount part = isLargest ? rest : rest.cut(shares.get(i).members);
        divided.merge(shares.get(i).heir.from(), part, GoodsCount::and);
      }
    }
    goodsByFrom.putAll(divided);
  }

  private static MemberTree common(MemberTree members, Gathered one, Gathered other) {
    Member first = Member.ORDER.compare(one.first(), other.first()) > 0 ? one.first() : other.first();
    Member last = Member.ORDER.compare(one.last(), other.last()) < 0 ? one.last() : other.last();
    return Member.ORDER.compare(first, last) > 0 ? MemberTree.EMPTY : members.within(first, last);
  }

  private List<IncidentChange> changes(List<Gathered> were, List<Incident> told, List<Gathered> are) {
    Map<String, Incident> before = told.stream().collect(Collectors.toMap(Incident::id, Function.identity()));
    List<IncidentChange> changes = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Incident incident : incidents(are)) {
      ids.add(incident.id());
      Incident known = before.get(incident.id());
      if (known == null || incident.differsFrom(known)) {
        changes.add(IncidentChange.told(incident));
      }
    }
    for (int i = 0; i < were.size(); i++) {
      if (!ids.contains(told.get(i).id())) {
        changes.add(IncidentChange.gone(told.get(i), into(were.get(i), are)));
      }
    }
    return changes;
  }

  private List<String> into(Gathered gone, List<Gathered> are) {
    return are.stream().filter(heir -> common(members, gone, heir).size() > 0).map(this::id).toList();
  }

  private String id(Gathered group) {
    return ViolationId.ofIncident(condition.location(), condition.rule(), condition.sensor(), group.from());
  }

  private List<Incident> incidents(List<Gathered> groups) {
    return groups.stream().map(this::incident).toList();
  }

  private Incident incident(Gathered group) {
    GoodsCount goods = goodsOf(group);
    return new Incident(
        id(group),
        condition.location(),
        group.first().violation().kind(),
        condition.rule(),
        condition.location(),
        condition.sensor(),
        group.from(),
        group.isOpen() ? null : group.end(),
        group.isOpen() ? Status.OPEN : Status.CLOSED,
        group.severity(),
        group.size(),
        goods.different(),
        goods.first(Incident.NAMED),
        group.worst().map(worst -> worst.violation().worst()).orElse(null));
  }
}
