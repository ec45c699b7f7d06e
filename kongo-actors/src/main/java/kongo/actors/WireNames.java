package kongo.actors;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.module.SimpleModule;
import kongo.effect.Effect;
import kongo.goods.GoodsCommand;
import kongo.goods.StaysChanged;
import kongo.goods.ViolationRevised;
import kongo.location.LocationCommand;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;

/** The names that kinds have, of commands on the wire between nodes and of effects in snapshots: the domain knows nothing of serialization. */
public final class WireNames extends SimpleModule {

  private static final long serialVersionUID = 1;

  public WireNames() {
    setMixInAnnotation(GoodsCommand.class, OfGoods.class);
    setMixInAnnotation(LocationCommand.class, OfLocations.class);
    setMixInAnnotation(Effect.class, OfEffects.class);
    setMixInAnnotation(GoodsCommand.TakeRegistration.class, WithRegistration.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @Type(value = GoodsCommand.TakeMoves.class, name = "moves"),
    @Type(value = GoodsCommand.TakeRegistration.class, name = "registration"),
    @Type(value = GoodsCommand.TakeLaw.class, name = "law"),
    @Type(value = GoodsCommand.TakeEvidence.class, name = "evidence"),
    @Type(value = GoodsCommand.SayAgain.class, name = "say-again")
  })
  private interface OfGoods {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @Type(value = LocationCommand.TakeReadings.class, name = "readings"),
    @Type(value = LocationCommand.TakeGoods.class, name = "goods"),
    @Type(value = LocationCommand.TakePlace.class, name = "place"),
    @Type(value = LocationCommand.TakeRules.class, name = "rules"),
    @Type(value = LocationCommand.CatchUp.class, name = "catch-up"),
    @Type(value = LocationCommand.FindExpired.class, name = "expired")
  })
  private interface OfLocations {}

  /** In snapshots: never to be changed. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = ViolationRevised.class, name = "violation-revised"),
    @Type(value = StaysChanged.class, name = "stays-changed")
  })
  private interface OfEffects {}

  /** Only here: a profile that is journaled has but one possible type. */
  private abstract static class WithRegistration {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
      @Type(value = GoodsProfile.class, name = "goods"),
      @Type(value = PlaceProfile.class, name = "place"),
      @Type(value = Registration.Deleted.class, name = "deleted")
    })
    Registration registration;
  }
}
