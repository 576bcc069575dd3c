using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Schema;

public class EntityTests
{
    private sealed class Fragment
    {
        public string type { get; set; } = "mercadolibre/fragment";

        public string? Role { get; set; }
    }

    [Fact]
    public void An_entity_carries_another_shape()
    {
        var entity = new Entity();

        entity.SetAs(new Fragment { Role = "core" });

        entity.Type.ShouldBe("mercadolibre/fragment");
        entity.Properties["Role"].ShouldBe("core");
        entity.GetAs<Fragment>().Role.ShouldBe("core");
    }

    [Fact]
    public void Entities_with_the_same_content_are_equal()
    {
        var one = new Entity("a") { Properties = new JObject { ["x"] = 1 } };
        var same = new Entity("a") { Properties = new JObject { ["x"] = 1 } };
        var other = new Entity("a") { Properties = new JObject { ["x"] = 2 } };

        one.Equals(same).ShouldBeTrue();
        one.Equals((object)same).ShouldBeTrue();
        one.Equals(other).ShouldBeFalse();
        one.Equals((Entity?)null).ShouldBeFalse();
    }

    [Fact]
    public void Known_entities_name_their_type()
    {
        new Mention().Type.ShouldBe("mention");
        new Place(name: "here").Type.ShouldBe("Place");
        new GeoCoordinates(latitude: 1).Type.ShouldBe("GeoCoordinates");
    }
}
