/// What the ids of the house name. A module names its own the same way.
public enum Subject {
    /// One who sells the house under a brand.
    public enum Agency {}
    /// One household.
    public enum Tenant {}
    /// A group of people within a tenant.
    public enum Team {}
    /// A person who signs in.
    public enum User {}
    /// A tenant's customer.
    public enum Customer {}
    /// One signed-in browser.
    public enum Session {}
    /// One request, from accept to answer.
    public enum Request {}
    /// One piece of work in the queue.
    public enum Job {}
    /// One thing that happened.
    public enum Event {}
}

/// Names an agency.
public typealias AgencyID = ID<Subject.Agency>
/// Names a tenant.
public typealias TenantID = ID<Subject.Tenant>
/// Names a team.
public typealias TeamID = ID<Subject.Team>
/// Names a user.
public typealias UserID = ID<Subject.User>
/// Names a tenant's customer.
public typealias CustomerID = ID<Subject.Customer>
/// Names a session.
public typealias SessionID = ID<Subject.Session>
/// Names a request.
public typealias RequestID = ID<Subject.Request>
/// Names a job.
public typealias JobID = ID<Subject.Job>
/// Names an event.
public typealias EventID = ID<Subject.Event>
