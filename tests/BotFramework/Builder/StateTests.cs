using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.BotFramework.Tests.Builder;

public class StateTests
{
    private readonly Counting _storage = new();

    private static TurnContext Turn(Action<Activity>? change = null)
    {
        var incoming = Recorder.Incoming();
        change?.Invoke(incoming);
        return new TurnContext(new Recorder(), incoming);
    }

    public sealed class Order
    {
        public string? Item { get; set; }
    }

    [Fact]
    public async Task Each_state_has_its_own_key()
    {
        foreach (BotState state in new BotState[] { new ConversationState(_storage), new UserState(_storage), new PrivateConversationState(_storage) })
        {
            using var turn = Turn();
            await state.CreateProperty<string>("p").SetAsync(turn, "v");
            await state.SaveChangesAsync(turn);
        }

        _storage.Written.ShouldBe(["shop/conversations/c", "shop/users/buyer", "shop/conversations/c/users/buyer"]);
    }

    [Fact]
    public async Task A_missing_part_of_the_key_is_named()
    {
        var states = (Conversation: new ConversationState(_storage), User: new UserState(_storage), Private: new PrivateConversationState(_storage));

        (await Should.ThrowAsync<InvalidOperationException>(() => states.Conversation.LoadAsync(Turn(a => a.ChannelId = null)))).Message.ShouldStartWith("invalid activity-missing ");
        (await Should.ThrowAsync<InvalidOperationException>(() => states.Conversation.LoadAsync(Turn(a => a.Conversation = null)))).Message.ShouldStartWith("invalid activity-missing ");
        (await Should.ThrowAsync<InvalidOperationException>(() => states.User.LoadAsync(Turn(a => a.From = null)))).Message.ShouldStartWith("invalid activity-missing ");
        (await Should.ThrowAsync<InvalidOperationException>(() => states.Private.LoadAsync(Turn(a => a.From.Id = null)))).Message.ShouldStartWith("invalid activity-missing ");
    }

    [Fact]
    public async Task State_is_read_once_a_turn_unless_forced()
    {
        var state = new ConversationState(_storage);
        using var turn = Turn();

        await state.CreateProperty<string>("a").GetAsync(turn);
        await state.CreateProperty<string>("b").GetAsync(turn);
        _storage.Reads.ShouldBe(1);
        await state.LoadAsync(turn, force: true);

        _storage.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task Only_a_change_is_saved()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<Order>("order");
        using var turn = Turn();

        await state.SaveChangesAsync(turn);
        await state.LoadAsync(turn);
        await state.SaveChangesAsync(turn);
        _storage.Written.ShouldBeEmpty();

        var order = await property.GetAsync(turn, () => new Order());
        await state.SaveChangesAsync(turn);
        await state.SaveChangesAsync(turn);
        _storage.Written.Count.ShouldBe(1);

        order.Item = "lamp";
        await state.SaveChangesAsync(turn);
        _storage.Written.Count.ShouldBe(2);

        await state.SaveChangesAsync(turn, force: true);
        _storage.Written.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_next_turn_reads_a_copy_of_what_was_saved()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<Order>("order");
        var order = new Order { Item = "lamp" };
        using (var turn = Turn())
        {
            await property.SetAsync(turn, order);
            await state.SaveChangesAsync(turn);
        }

        using var next = Turn();
        var read = await property.GetAsync(next);

        read.Item.ShouldBe("lamp");
        read.ShouldNotBeSameAs(order);
    }

    [Fact]
    public async Task A_missing_value_is_the_types_default_or_what_the_factory_makes()
    {
        var state = new ConversationState(_storage);
        using var turn = Turn();

        (await state.CreateProperty<int>("count").GetAsync(turn)).ShouldBe(0);
        (await state.CreateProperty<Order>("order").GetAsync(turn)).ShouldBeNull();
        (await state.CreateProperty<int>("count").GetAsync(turn, () => 5)).ShouldBe(5);
        (await state.CreateProperty<int>("count").GetAsync(turn, () => 6)).ShouldBe(5);
    }

    [Fact]
    public async Task A_number_comes_back_as_the_number_that_was_asked_for()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<int>("count");
        using (var turn = Turn())
        {
            await property.SetAsync(turn, 7);
            await state.SaveChangesAsync(turn);
        }

        using var next = Turn();
        (await property.GetAsync(next)).ShouldBe(7);
    }

    [Fact]
    public async Task A_storage_without_types_gives_json_that_is_read_as_the_property()
    {
        var storage = new Fixed(new JObject { ["order"] = new JObject { ["Item"] = "lamp" } });
        var state = new ConversationState(storage);
        using var turn = Turn();

        (await state.CreateProperty<Order>("order").GetAsync(turn)).Item.ShouldBe("lamp");
        await Should.ThrowAsync<InvalidOperationException>(() => new UserState(new Fixed("text")).LoadAsync(turn));
    }

    [Fact]
    public async Task Deleted_and_cleared_are_gone()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("p");
        using var turn = Turn();
        await property.SetAsync(turn, "v");
        await state.SaveChangesAsync(turn);

        await property.DeleteAsync(turn);
        (await property.GetAsync(turn)).ShouldBeNull();

        await property.SetAsync(turn, "v");
        await state.ClearStateAsync(turn);
        await state.SaveChangesAsync(turn);
        using (var next = Turn())
            (await property.GetAsync(next)).ShouldBeNull();

        await state.DeleteAsync(turn);
        _storage.Deleted.ShouldBe(["shop/conversations/c"]);
        state.GetCachedState(turn).ShouldBeNull();
    }

    [Fact]
    public async Task Two_of_a_class_share_the_turns_copy()
    {
        using var turn = Turn();
        await new ConversationState(_storage).CreateProperty<string>("p").SetAsync(turn, "v");

        (await new ConversationState(new MemoryStorage()).CreateProperty<string>("p").GetAsync(turn)).ShouldBe("v");
    }

    [Fact]
    public async Task The_last_writer_wins_silently()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("p");
        using TurnContext one = Turn(), other = Turn();
        await property.SetAsync(one, "one");
        await property.SetAsync(other, "other");

        await state.SaveChangesAsync(one);
        await state.SaveChangesAsync(other);

        using var next = Turn();
        (await property.GetAsync(next)).ShouldBe("other");
    }

    [Fact]
    public async Task What_is_loaded_can_be_seen_as_json()
    {
        var state = new ConversationState(_storage);
        using var turn = Turn();
        await state.CreateProperty<string>("p").SetAsync(turn, "v");

        state.Get(turn)["p"].ShouldBe("v");
        state.GetCachedState(turn).State["p"].ShouldBe("v");
        Should.Throw<ArgumentNullException>(() => state.CreateProperty<string>(" "));
        Should.Throw<ArgumentNullException>(() => new ConversationState(null!));
    }

    [Fact]
    public async Task Saved_after_the_turn_but_not_after_one_that_threw()
    {
        var state = new ConversationState(_storage);
        var property = state.CreateProperty<string>("p");
        var middleware = new AutoSaveStateMiddleware().Add(state);
        using var turn = Turn();

        await Should.ThrowAsync<FormatException>(() => middleware.OnTurnAsync(turn, async cancellation =>
        {
            await property.SetAsync(turn, "lost", cancellation);
            throw new FormatException();
        }));
        _storage.Written.ShouldBeEmpty();

        await middleware.OnTurnAsync(turn, cancellation => property.SetAsync(turn, "kept", cancellation));
        _storage.Written.ShouldBe(["shop/conversations/c"]);
    }

    [Fact]
    public async Task A_set_loads_and_saves_all()
    {
        var set = new BotStateSet(new ConversationState(_storage)).Add(new UserState(_storage));
        using var turn = Turn();

        await set.LoadAllAsync(turn);
        await set.SaveAllChangesAsync(turn, force: true);

        _storage.Reads.ShouldBe(2);
        _storage.Written.Order().ShouldBe(["shop/conversations/c", "shop/users/buyer"]);
    }

    private sealed class Counting : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public int Reads { get; private set; }

        public List<string> Written { get; } = [];

        public List<string> Deleted { get; } = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return _inner.ReadAsync(keys, cancellationToken);
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Written.AddRange(changes.Keys);
            return _inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Deleted.AddRange(keys);
            return _inner.DeleteAsync(keys, cancellationToken);
        }
    }

    private sealed class Fixed(object value) : IStorage
    {
        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.ToDictionary(key => key, _ => value));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
