using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Tests;

/// <summary>What of the writes of a group goes as one command, and what keeps its order.</summary>
public sealed class PostgresCommandTests
{
    private readonly Pipeline _pipeline = new(null!, TimeSpan.FromSeconds(1));

    [Fact]
    public void Writes_that_share_nothing_ask_together()
    {
        var (first, second) = (Ask("touch", new Lane()), Ask("touch", new Lane()));

        Command.Of([first, second]).ShouldHaveSingleItem().Owner.ShouldBeNull();
    }

    [Fact]
    public void What_follows_another_write_is_never_put_before_it_to_go_with_a_third()
    {
        Lane stranger = new(), before = new(), after = new();
        var other = Ask("version", stranger);
        var change = Ask("touch", before);
        after.Follow(before);
        var look = Ask("version", after);

        Command.Of([other, change, look]).Select(command => command.Sent.CommandText).ShouldBe(["version", "touch", "version"]);
    }

    [Fact]
    public void What_one_write_changes_twice_is_changed_twice()
    {
        var lane = new Lane();

        Command.Of([Ask("touch", lane), Ask("touch", lane)]).Count.ShouldBe(2);
    }

    private Statement Ask(string sql, Lane lane)
    {
        var statement = _pipeline.SqlOfMany(sql, this, lane).Add(1L);
        statement.Execute();
        return statement;
    }
}
