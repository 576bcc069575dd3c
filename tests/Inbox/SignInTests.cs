using MeliBot.Delivery.Records;
using MeliBot.Inbox.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Inbox.Tests;

public sealed class SignInTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-people-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly ServiceProvider _services;
    private readonly PasswordSignIn _signIn;
    private readonly Invitations _invitations;
    private readonly PeopleStore _people;

    public SignInTests()
    {
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddDelivery().AddSqliteDelivery(sqlite => sqlite.Path = Path.Combine(_folder, "people.db")).BuildServiceProvider();
        var records = _services.GetRequiredService<IRecordStore>();
        var (hasher, options) = (new PasswordHasher<Person>(), Options.Create(new InboxOptions { AttemptsBeforeLock = 3 }));
        _people = new(records);
        _signIn = new(_people, hasher, options, _time);
        _invitations = new(records, _people, hasher, options, _time);
    }

    [Fact]
    public async Task The_first_link_makes_an_administrator_once()
    {
        var token = (await _invitations.ForFirstAdministratorAsync(Cancel)).ShouldNotBeNull();
        var invitation = (await _invitations.FindAsync(token, Cancel)).ShouldNotBeNull();

        var first = (await _invitations.AcceptAsync(invitation, "ana@tienda", "Ana", "una clave larga", Cancel)).ShouldNotBeNull();

        first.Roles.ShouldBe([InboxRoles.Administrator]);
        (await _invitations.FindAsync(token, Cancel)).ShouldBeNull();
        (await _invitations.ForFirstAdministratorAsync(Cancel)).ShouldBeNull();
        (await _signIn.TryAsync("ANA@tienda", "una clave larga", Cancel)).ShouldBeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task A_link_ends_with_its_time()
    {
        var token = (await _invitations.ForFirstAdministratorAsync(Cancel)).ShouldNotBeNull();
        _time.Advance(TimeSpan.FromDays(4));

        (await _invitations.FindAsync(token, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_guesses_is_locked_out_for_a_while_even_with_the_right_password()
    {
        await AddAsync();
        for (var i = 0; i < 2; i++) (await _signIn.TryAsync("ana", "wrong", Cancel)).ShouldBeOfType<SignInOutcome.Refused>();
        (await _signIn.TryAsync("ana", "wrong", Cancel)).ShouldBeOfType<SignInOutcome.Locked>();

        (await _signIn.TryAsync("ana", "una clave larga", Cancel)).ShouldBeOfType<SignInOutcome.Locked>();
        _time.Advance(TimeSpan.FromMinutes(16));
        (await _signIn.TryAsync("ana", "una clave larga", Cancel)).ShouldBeOfType<SignInOutcome.Done>();
    }

    [Fact]
    public async Task A_stranger_is_told_the_same_as_who_mistypes() => (await _signIn.TryAsync("nobody", "x", Cancel)).ShouldBeOfType<SignInOutcome.Refused>();

    [Fact]
    public async Task Somebody_always_stays_administrator()
    {
        var ana = await AddAsync();
        var desk = new PeopleDesk(_people, _invitations);

        (await desk.ChangeAsync(ana, [InboxRoles.Agent], false, Cancel)).ShouldBeFalse();
        (await desk.ChangeAsync(ana, ana.Roles, true, Cancel)).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<Person> AddAsync()
    {
        var token = (await _invitations.ForFirstAdministratorAsync(Cancel)).ShouldNotBeNull();
        return (await _invitations.AcceptAsync((await _invitations.FindAsync(token, Cancel)).ShouldNotBeNull(), "ana", "Ana", "una clave larga", Cancel)).ShouldNotBeNull();
    }
}
