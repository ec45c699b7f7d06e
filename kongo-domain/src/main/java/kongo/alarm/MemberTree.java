package kongo.alarm;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Violations of one condition in their order, and what any part of that order comes to. Immutable: a treap whose changes
 * make the nodes anew on one way from the root, so all costs grow with the logarithm of the size.
 */
final class MemberTree {

  static final MemberTree EMPTY = new MemberTree(Optional.empty());

  private final Optional<Node> root;

  /** @param priority above those of all nodes below: what keeps the tree flat */
  private record Node(Member member, long priority, Optional<Node> left, Optional<Node> right, Gathered gathered) {

    static Node of(Member member, long priority, Optional<Node> left, Optional<Node> right) {
      Gathered own = Gathered.of(member);
      Gathered upTo = left.isEmpty() ? own : left.get().gathered.and(own);
      return new Node(member, priority, left, right, right.isEmpty() ? upTo : upTo.and(right.get().gathered));
    }

    Node withLeft(Optional<Node> other) {
      return of(member, priority, other, right);
    }

    Node withRight(Optional<Node> other) {
      return of(member, priority, left, other);
    }
  }

  private record Halves(Optional<Node> before, Optional<Node> after) {}

  private MemberTree(Optional<Node> root) {
    this.root = root;
  }

  /** @param number another one each time, from which it follows how the tree grows */
  MemberTree with(Member member, long number) {
    Halves halves = split(root, each -> Member.ORDER.compare(each, member) < 0);
    Optional<Node> node = Optional.of(Node.of(member, scattered(number), Optional.empty(), Optional.empty()));
    return new MemberTree(join(join(halves.before(), node), halves.after()));
  }

  MemberTree without(Member member) {
    Halves halves = split(root, each -> Member.ORDER.compare(each, member) < 0);
    Halves rest = split(halves.after(), each -> Member.ORDER.compare(each, member) <= 0);
    return new MemberTree(join(halves.before(), rest.after()));
  }

  /** Those that begin then or later. */
  MemberTree since(long time) {
    return new MemberTree(split(root, each -> each.from() < time).after());
  }

  /** Those that begin up to then. */
  MemberTree upTo(long time) {
    return new MemberTree(split(root, each -> each.from() <= time).before());
  }

  /** Those from one to another, both included. */
  MemberTree within(Member first, Member last) {
    Optional<Node> after = split(root, each -> Member.ORDER.compare(each, first) < 0).after();
    return new MemberTree(split(after, each -> Member.ORDER.compare(each, last) <= 0).before());
  }

  /** Empty where there are none. */
  Optional<Gathered> gathered() {
    return root.map(Node::gathered);
  }

  int size() {
    return root.map(node -> node.gathered().size()).orElse(0);
  }

  /** The first that is reached neither by any before it, nor by this. */
  Optional<Member> firstBeyond(long reach) {
    return firstBeyond(root, reach);
  }

  void forEach(Consumer<Member> action) {
    forEach(root, action);
  }

  private static Optional<Member> firstBeyond(Optional<Node> tree, long reach) {
    if (tree.isEmpty() || tree.get().gathered().lastBegin() <= reach) {
      return Optional.empty();
    }
    Node node = tree.get();
    Optional<Member> before = firstBeyond(node.left(), reach);
    if (before.isPresent()) {
      return before;
    }
    long reached = Math.max(reach, node.left().map(left -> left.gathered().reach()).orElse(reach));
    return node.member().from() > reached
        ? Optional.of(node.member())
        : firstBeyond(node.right(), Math.max(reached, node.member().reach()));
  }

  private static void forEach(Optional<Node> tree, Consumer<Member> action) {
    if (tree.isPresent()) {
      forEach(tree.get().left(), action);
      action.accept(tree.get().member());
      forEach(tree.get().right(), action);
    }
  }

  private static Halves split(Optional<Node> tree, Predicate<Member> isBefore) {
    if (tree.isEmpty()) {
      return new Halves(tree, tree);
    }
    Node node = tree.get();
    if (isBefore.test(node.member())) {
      Halves halves = split(node.right(), isBefore);
      return new Halves(Optional.of(node.withRight(halves.before())), halves.after());
    }
    Halves halves = split(node.left(), isBefore);
    return new Halves(halves.before(), Optional.of(node.withLeft(halves.after())));
  }

  private static Optional<Node> join(Optional<Node> before, Optional<Node> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.or(() -> after);
    }
    return Optional.of(
        before.get().priority() > after.get().priority()
            ? before.get().withRight(join(before.get().right(), after))
            : after.get().withLeft(join(before, after.get().left())));
  }

  /** Numbers that follow each other come out as if they were drawn (the mixer of SplitMix64). */
  private static long scattered(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
